package org.silian.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.silian.city.CityBoard.Published;
import org.silian.figure.MonthlyFlows;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Published numbers as a table for other programs, masked as they are everywhere. */
@Component
class CityFeed {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** Spreadsheets take a file without it for another encoding. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final CityBoard board;
  private final MonthlyFlows flows;

  CityFeed(CityBoard board, MonthlyFlows flows) {
    this.board = board;
    this.flows = flows;
  }

  ResponseEntity<String> of(YearMonth month, boolean openOnly) {
    var text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "month",
          "revision",
          "district",
          "district_name",
          "division",
          "division_name",
          "figure",
          "figure_name",
          "unit",
          "amount",
          "masked");
      board.month(month, openOnly).forEach(cell -> csv.writeRecord(row(cell)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("silian-city-" + month + ".csv")
                .build()
                .toString())
        .contentType(CSV)
        .body(text.toString());
  }

  private List<String> row(Published cell) {
    return List.of(
        YearMonth.from(cell.month()).toString(),
        String.valueOf(cell.revision()),
        cell.district(),
        cell.districtName(),
        cell.division(),
        cell.name(),
        cell.figure(),
        flows.name(cell.figure()),
        flows.unitName(cell.unit()),
        cell.amount() == null ? "" : cell.amount().toString(),
        String.valueOf(cell.amount() == null));
  }
}
