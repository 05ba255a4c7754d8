package org.silian.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.silian.problem.Refusal;

/**
 * Refuses PDFs that do something: every object of the document is read, also those that no page
 * leads to. Pages, texts, fonts and pictures are not drawn.
 */
final class PdfLook {

  private static final Set<String> ACTS =
      Set.of(
          "JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "GoToE", "GoTo3DView");

  private static final Set<String> ACTING_KINDS =
      Set.of("RichMedia", "3D", "Movie", "Sound", "Screen", "FileAttachment");

  private static final int MOST_OBJECTS = 300_000;
  private static final long MOST_INFLATED = 64L * 1024 * 1024;

  /** The head of a stream, before it is read as PDF: its dictionary ends right before. */
  private static final Pattern STREAM = Pattern.compile(">>\\s*stream\\r?\\n");

  private static final int LONGEST_DICTIONARY = 2_000;
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

  private PdfLook() {}

  /**
   * @throws Refusal {@code file.encrypted}, {@code file.pdf-acts}, {@code file.embedded}, {@code
   *     file.bomb}, {@code file.broken}
   */
  static void look(Path file) throws IOException {
    refuseBomb(Files.readAllBytes(file));
    try (var document = Loader.loadPDF(file.toFile())) {
      if (document.getNumberOfPages() < 1) {
        throw Refusal.ruleBroken("file.broken");
      }
      lookAtAll(document.getDocument());
    } catch (InvalidPasswordException e) {
      throw Refusal.ruleBroken("file.encrypted");
    } catch (StackOverflowError | IllegalArgumentException | IllegalStateException e) {
      throw Refusal.ruleBroken("file.broken");
    }
  }

  private static void lookAtAll(COSDocument document) {
    var keys = document.getXrefTable().keySet();
    if (keys.size() > MOST_OBJECTS) {
      throw Refusal.ruleBroken("file.bomb");
    }
    var waiting = new ArrayDeque<COSBase>();
    waiting.add(document.getTrailer());
    for (var key : keys) {
      var object = document.getObjectFromPool(key).getObject();
      if (object != null) {
        waiting.add(object);
      }
      while (!waiting.isEmpty()) {
        lookAt(waiting.remove(), waiting);
      }
    }
  }

  /** What is only referred to has its own turn. */
  private static void lookAt(COSBase object, ArrayDeque<COSBase> waiting) {
    switch (object) {
      case COSDictionary dictionary -> {
        refuseIfActing(dictionary);
        dictionary.getValues().stream().filter(PdfLook::isDirect).forEach(waiting::add);
      }
      case COSArray array ->
          array.toList().stream().filter(PdfLook::isDirect).forEach(waiting::add);
      default -> {}
    }
  }

  private static boolean isDirect(COSBase value) {
    return !(value instanceof COSObject) && value != null;
  }

  private static void refuseIfActing(COSDictionary dictionary) {
    var act = dictionary.getNameAsString(COSName.S);
    var kind = dictionary.getNameAsString(COSName.SUBTYPE);
    if ((act != null && ACTS.contains(act))
        || dictionary.containsKey(COSName.JS)
        || dictionary.containsKey(COSName.getPDFName("XFA"))
        || (kind != null && ACTING_KINDS.contains(kind) && !kind.equals("FileAttachment"))) {
      throw Refusal.ruleBroken("file.pdf-acts");
    }
    if (dictionary.containsKey(COSName.EF)
        || dictionary.containsKey(COSName.getPDFName("EmbeddedFiles"))
        || "FileAttachment".equals(kind)
        || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE))) {
      throw Refusal.ruleBroken("file.embedded");
    }
  }

  /**
   * Object and cross-reference streams are unpacked in memory when the document is opened, so they
   * are measured before.
   */
  private static void refuseBomb(byte[] file) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var streams = STREAM.matcher(text);
    long inflated = 0;
    while (streams.find()) {
      var dictionary = dictionary(text, streams.start());
      if (!dictionary.contains("/ObjStm") && !dictionary.contains("/XRef")) {
        continue;
      }
      if (dictionary.indexOf("Decode", dictionary.indexOf("Decode") + 1) > 0
          && dictionary.matches("(?s).*/Filter\\s*\\[[^\\]]*Decode[^\\]]*Decode.*")) {
        throw Refusal.ruleBroken("file.bomb");
      }
      inflated += inflated(file, streams.end(), MOST_INFLATED - inflated);
      if (inflated >= MOST_INFLATED) {
        throw Refusal.ruleBroken("file.bomb");
      }
    }
  }

  private static String dictionary(String text, int end) {
    int begin = text.lastIndexOf(" obj", end);
    var dictionary = text.substring(Math.max(begin, end - LONGEST_DICTIONARY), end);
    return ESCAPED
        .matcher(dictionary)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  private static long inflated(byte[] file, int from, long most) {
    var inflater = new Inflater();
    try {
      inflater.setInput(file, from, file.length - from);
      var buffer = new byte[64 * 1024];
      while (!inflater.finished() && !inflater.needsInput() && inflater.getBytesWritten() < most) {
        if (inflater.inflate(buffer) == 0 && inflater.needsDictionary()) {
          break;
        }
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
