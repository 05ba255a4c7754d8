package org.silian.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/**
 * Reads a package (ECMA-376) entry by entry: it is a Word document or an Excel sheet if its list of
 * contents says so, and it is refused if it is huge once unpacked, runs something, or calls
 * something in from elsewhere.
 */
final class OfficeLook {

  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_UNPACKED = 256L * 1024 * 1024;
  private static final long MOST_LISTING = 4L * 1024 * 1024;

  /** No text of a document packs better than this; the first hundred kilobytes are not counted. */
  private static final long MOST_RATIO = 200;

  private static final long UNCOUNTED = 100L * 1024;

  private static final String CONTENTS = "[Content_Types].xml";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  /** Where a link may lead; it is followed only by whoever clicks it. */
  private static final Set<String> LINKED = Set.of("http:", "https:", "mailto:");

  private static final XMLInputFactory XML = safely();

  private final Set<String> names = new HashSet<>();
  private @Nullable FileType type;
  private long unpacked;

  private OfficeLook() {}

  /**
   * @throws Refusal {@code file.type}, {@code file.bomb}, {@code file.encrypted}, {@code
   *     file.macros}, {@code file.embedded}, {@code file.external}, {@code file.broken}
   */
  static FileType look(Path file) throws IOException {
    try (var zip = ZipFile.builder().setPath(file).get()) {
      return new OfficeLook().read(zip, Files.size(file));
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw Refusal.ruleBroken("file.broken");
    }
  }

  private FileType read(ZipFile zip, long size) throws IOException, XMLStreamException {
    int entries = 0;
    for (var entry : Collections.list(zip.getEntries())) {
      if (++entries > MOST_ENTRIES) {
        throw Refusal.ruleBroken("file.bomb");
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw Refusal.ruleBroken("file.encrypted");
      }
      var name = entry.getName().toLowerCase(Locale.ROOT);
      if (!names.add(name)) {
        throw Refusal.ruleBroken("file.broken");
      }
      if (name.endsWith("vbaproject.bin")) {
        throw Refusal.ruleBroken("file.macros");
      }
      readEntry(zip, entry, name, size);
    }
    if (type == null) {
      throw Refusal.ruleBroken("file.type");
    }
    return type;
  }

  private void readEntry(ZipFile zip, ZipArchiveEntry entry, String name, long size)
      throws IOException, XMLStreamException {
    boolean contents = name.equals(CONTENTS.toLowerCase(Locale.ROOT));
    boolean relations = name.endsWith(".rels");
    var kept = contents || relations ? new ByteArrayOutputStream() : null;
    try (var in = zip.getInputStream(entry)) {
      drain(in, size, kept);
    }
    if (kept != null && contents) {
      readContents(kept.toByteArray());
    } else if (kept != null) {
      readRelations(kept.toByteArray());
    }
  }

  /** Counts what comes out, whatever the package says about it. */
  private void drain(InputStream in, long size, @Nullable ByteArrayOutputStream kept)
      throws IOException {
    var buffer = new byte[32 * 1024];
    int read;
    while ((read = in.read(buffer)) >= 0) {
      unpacked += read;
      if (unpacked > MOST_UNPACKED || unpacked - UNCOUNTED > size * MOST_RATIO) {
        throw Refusal.ruleBroken("file.bomb");
      }
      if (kept != null) {
        kept.write(buffer, 0, read);
        if (kept.size() > MOST_LISTING) {
          throw Refusal.ruleBroken("file.bomb");
        }
      }
    }
  }

  private void readContents(byte[] xml) throws XMLStreamException {
    var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
    while (next(reader)) {
      var content = reader.getAttributeValue(null, "ContentType");
      if (content == null) {
        continue;
      }
      var lower = content.toLowerCase(Locale.ROOT);
      if (lower.contains("macroenabled") || lower.contains("vbaproject")) {
        throw Refusal.ruleBroken("file.macros");
      }
      if (lower.contains("activex") || lower.contains("oleobject")) {
        throw Refusal.ruleBroken("file.embedded");
      }
      if (content.equals(WORD)) {
        type = FileType.DOCX;
      } else if (content.equals(EXCEL)) {
        type = FileType.XLSX;
      }
    }
  }

  private static void readRelations(byte[] xml) throws XMLStreamException {
    var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
    while (next(reader)) {
      if ("external".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
          && !isLink(
              String.valueOf(reader.getAttributeValue(null, "Type")),
              String.valueOf(reader.getAttributeValue(null, "Target")))) {
        throw Refusal.ruleBroken("file.external");
      }
    }
  }

  private static boolean isLink(String type, String target) {
    var lower = target.strip().toLowerCase(Locale.ROOT);
    return type.endsWith("/hyperlink")
        && (lower.startsWith("#") || LINKED.stream().anyMatch(lower::startsWith));
  }

  /** Moves to the next element. */
  private static boolean next(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("no package has a DTD");
        default -> {}
      }
    }
    return false;
  }

  private static XMLInputFactory safely() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
