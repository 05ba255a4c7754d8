package org.silian.territory;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the map shows beside the district's own shapes, and how grids are numbered.
 *
 * @param tiandituKey for tiles of 天地图; they are shown only together with an approval number
 * @param approval 审图号, shown on the map
 * @param gridDigits how many digits the number of a grid has behind its community's code (R-GRD-03)
 */
@ConfigurationProperties("silian.map")
public record MapProperties(
    @Nullable String tiandituKey, @Nullable String approval, @DefaultValue("3") int gridDigits) {

  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final int HOSTS = 8;

  /** Checks the number of digits. */
  public MapProperties {
    if (gridDigits < FEWEST || gridDigits > MOST) {
      throw new IllegalArgumentException("silian.map.grid-digits is from 2 to 6");
    }
    tiandituKey = blankToNull(tiandituKey);
    approval = blankToNull(approval);
  }

  /** The hosts from which browsers may load tiles; none unless key and approval are both set. */
  public List<String> tileHosts() {
    return tiandituKey == null || approval == null
        ? List.of()
        : IntStream.range(0, HOSTS).mapToObj("https://t%d.tianditu.gov.cn"::formatted).toList();
  }

  int lastNumber() {
    return (int) Math.pow(10, gridDigits) - 1;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
