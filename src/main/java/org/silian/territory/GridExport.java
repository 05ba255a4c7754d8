package org.silian.territory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.ExportFilters;
import org.silian.exchange.ExportList;
import org.silian.language.Texts;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grids of a layer as a table; their shapes leave as GeoJSON, see {@link GridExchange}. */
@Configuration(proxyBeanMethods = false)
class GridExport {

  @Bean
  ExportList gridList(GridController grids, Clock clock, Texts texts) {
    return new ExportList(
        "grids",
        TerritoryPermission.VIEW.id(),
        List.of("code", "name", "owner", "community", "households", "area", "since"),
        (filters, after, size) ->
            ExportList.whole(
                grids
                    .layer(
                        layer(filters),
                        filters.day("on"),
                        filters.id("community"),
                        filters.text("q"))
                    .stream()
                    .map(
                        grid ->
                            List.<Object>of(
                                or(grid.code(), ""),
                                grid.name(),
                                grid.owner().name(),
                                grid.community() == null
                                    ? texts.text("export.grids.spanning")
                                    : grid.community().name(),
                                or(grid.households(), ""),
                                or(grid.squareMetres(), ""),
                                grid.from()))
                    .toList()),
        filters -> {
          var words = new ArrayList<String>();
          words.add(texts.text("export.grids.layer." + layer(filters)));
          var on = filters.day("on");
          words.add(String.valueOf(on == null ? District.day(clock.instant()) : on));
          var q = filters.text("q");
          if (q != null) {
            words.add(texts.text("export.search", Map.of("words", q)));
          }
          return words;
        });
  }

  private static GridLayer layer(ExportFilters filters) {
    var layer = filters.one("layer", GridLayer.class);
    if (layer == null) {
      throw Refusal.invalid("missing", "layer");
    }
    return layer;
  }

  private static Object or(@Nullable Object value, Object otherwise) {
    return value == null ? otherwise : value;
  }
}
