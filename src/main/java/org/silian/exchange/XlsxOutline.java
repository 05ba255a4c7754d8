package org.silian.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What the reader of cells does not tell of a workbook: which columns are hidden and which cells
 * are merged. It goes through every part that will be read, and refuses the file before anything of
 * it is kept where it unpacks to more than a spreadsheet of its size can hold, declares a document
 * type or claims lines beyond all measure.
 *
 * @param sheets by name
 */
record XlsxOutline(Map<String, Part> sheets) {

  private static final long MOST_UNPACKED = 160L * 1024 * 1024;
  private static final int MOST_PARTS = 2_000;
  private static final int MOST_MERGES = 100_000;
  private static final XMLInputFactory XML = factory();

  /** A sheet's columns that nobody sees, and its cells of one column merged downwards. */
  record Part(Set<Integer> hiddenColumns, List<Merge> merges) {}

  /**
   * Cells of one column merged into one.
   *
   * @param from the first line, from 1
   */
  record Merge(int column, int from, int to) {}

  static XlsxOutline of(byte[] bytes) {
    try (var zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      return read(zip);
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw SheetReading.refused("unreadable");
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }

  private static XlsxOutline read(ZipFile zip) throws IOException, XMLStreamException {
    var parts = new HashMap<String, Part>();
    var sheetIds = new HashMap<String, String>();
    var targets = new HashMap<String, String>();
    var budget = new long[] {MOST_UNPACKED};
    int count = 0;
    for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      var name = entry.getName();
      if (++count > MOST_PARTS) {
        throw SheetReading.refused("unreadable");
      }
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        try (var part = new Bounded(zip.getInputStream(entry), budget)) {
          if (name.equals("xl/workbook.xml")) {
            each(part, xml -> sheet(xml, sheetIds));
          } else if (name.equals("xl/_rels/workbook.xml.rels")) {
            each(part, xml -> relation(xml, targets));
          } else if (name.startsWith("xl/worksheets/")) {
            var outline = new Part(new HashSet<>(), new ArrayList<>());
            each(part, xml -> element(xml, outline));
            parts.put(name, outline);
          } else {
            each(part, xml -> {});
          }
        }
      }
    }
    var sheets = new HashMap<String, Part>();
    sheetIds.forEach(
        (name, id) -> {
          var target = targets.getOrDefault(id, "");
          var part = parts.get(target.startsWith("/") ? target.substring(1) : "xl/" + target);
          if (part != null) {
            sheets.put(name, part);
          }
        });
    return new XlsxOutline(sheets);
  }

  private interface Element {
    void read(XMLStreamReader xml);
  }

  private static void each(InputStream part, Element element) throws XMLStreamException {
    var xml = XML.createXMLStreamReader(part);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw SheetReading.refused("hostile");
        case XMLStreamConstants.START_ELEMENT -> element.read(xml);
        default -> {}
      }
    }
  }

  private static void sheet(XMLStreamReader xml, Map<String, String> ids) {
    if (xml.getLocalName().equals("sheet")) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
          ids.put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(i));
        }
      }
    }
  }

  private static void relation(XMLStreamReader xml, Map<String, String> targets) {
    if (xml.getLocalName().equals("Relationship")) {
      targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
    }
  }

  private static void element(XMLStreamReader xml, Part part) {
    switch (xml.getLocalName()) {
      case "col" -> column(xml, part.hiddenColumns());
      case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"), part.merges());
      case "row" -> {
        var line = xml.getAttributeValue(null, "r");
        if (line != null && Long.parseLong(line) > 2L * Sheet.MOST_LINES) {
          throw SheetReading.refused("too-long");
        }
      }
      case "c" -> {
        var at = xml.getAttributeValue(null, "r");
        if (at != null && at(at)[0] >= Sheet.MOST_COLUMNS) {
          throw SheetReading.refused("too-wide");
        }
      }
      default -> {}
    }
  }

  private static void column(XMLStreamReader xml, Set<Integer> hidden) {
    var is = xml.getAttributeValue(null, "hidden");
    if ("1".equals(is) || "true".equals(is)) {
      int to = Math.min(Integer.parseInt(xml.getAttributeValue(null, "max")), Sheet.MOST_COLUMNS);
      for (int i = Integer.parseInt(xml.getAttributeValue(null, "min")); i <= to; i++) {
        hidden.add(i - 1);
      }
    }
  }

  private static void merge(String range, List<Merge> merges) {
    var ends = range.split(":", 2);
    if (ends.length == 2 && merges.size() < MOST_MERGES) {
      var from = at(ends[0]);
      var to = at(ends[1]);
      if (from[0] == to[0]) {
        merges.add(new Merge(from[0], from[1], to[1]));
      }
    }
  }

  /** Column from 0 and line from 1. */
  private static int[] at(String address) {
    int column = 0;
    int i = 0;
    for (; i < address.length() && i < 4 && Character.isLetter(address.charAt(i)); i++) {
      column = column * 26 + (address.charAt(i) - 'A' + 1);
    }
    return new int[] {column - 1, Integer.parseInt(address.substring(i))};
  }

  /** Ends when more has been unpacked than all parts together may hold. */
  private static final class Bounded extends FilterInputStream {

    private final long[] left;

    Bounded(InputStream in, long[] left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      return spend(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      return spend(n, n);
    }

    private int spend(int answer, int n) {
      if (n > 0 && (left[0] -= n) < 0) {
        throw SheetReading.refused("hostile");
      }
      return answer;
    }
  }
}
