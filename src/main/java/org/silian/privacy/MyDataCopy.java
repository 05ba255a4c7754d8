package org.silian.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.silian.language.Texts;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of all that is kept of a person: a page to read, and the same as JSON for another system
 * to take over. It holds nothing personal in the names of its files.
 */
@Component
class MyDataCopy {

  private final MyData data;
  private final AccessReading reads;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;

  MyDataCopy(MyData data, AccessReading reads, Texts texts, JsonMapper json, Clock clock) {
    this.data = data;
    this.reads = reads;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  private record Copy(
      String district,
      String madeAt,
      Object data,
      List<MyData.MyConsent> consents,
      List<AccessReading.AccessRow> reads) {}

  byte[] zip(UUID person) {
    var copy =
        new Copy(
            District.current().name(),
            clock.instant().toString(),
            data.plain(person),
            data.consents(person),
            reads.of(person, null, 1000).items());
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, "data.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy));
      add(zip, "data.html", page(data.of(person)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private String page(List<MyData.MyKind> kinds) {
    var title = escape(texts.text("privacy.copy.title"));
    var page =
        new StringBuilder(
            """
            <!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>body{font:16px/1.6 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}
            th{text-align:left;font-weight:400;padding-right:1em;vertical-align:top;color:#555}
            table{margin:0 0 1em;border-top:1px solid #ccc}</style><h1>%1$s</h1>"""
                .formatted(title));
    for (var mine : kinds) {
      page.append("<h2>").append(escape(mine.kind().name())).append("</h2>");
      for (var line : List.of(mine.kind().why(), mine.kind().kept())) {
        page.append("<p>").append(escape(line)).append("</p>");
      }
      for (var row : mine.rows()) {
        page.append("<table>");
        row.values()
            .forEach(
                value ->
                    page.append("<tr><th scope=\"row\">")
                        .append(escape(value.name()))
                        .append("</th><td>")
                        .append(escape(value.value()))
                        .append("</td></tr>"));
        page.append("</table>");
      }
    }
    return page.toString();
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }
}
