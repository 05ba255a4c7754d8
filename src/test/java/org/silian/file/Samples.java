package org.silian.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Files as people bring them, and as they should not. */
final class Samples {

  static final String PLACE = "22.8389N-somebody's-door";

  private static final String TYPES =
      """
      <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/main.xml" ContentType="%s"/>%s</Types>""";

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private Samples() {}

  interface Work {
    void on(PDDocument document) throws IOException;
  }

  static byte[] pdf() {
    return pdf(document -> {});
  }

  static byte[] pdf(Work more) {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      more.on(document);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] pdfWithScript() {
    return pdf(
        document ->
            document
                .getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert('hello')")));
  }

  static byte[] pdfThatLaunches() {
    return pdf(
        document -> {
          var launch = new PDActionLaunch();
          launch.setF("calc.exe");
          document.getDocumentCatalog().setOpenAction(launch);
        });
  }

  static BufferedImage image() {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 48; y++) {
        image.setRGB(x, y, new Color(x * 3, y * 5, random.nextInt(256)).getRGB());
      }
    }
    return image;
  }

  static byte[] image(String format) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image(), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As a phone takes it: turned, with the place, a comment, and a second picture behind the end.
   */
  static byte[] jpegWithPlace(int orientation) {
    var plain = image("jpg");
    return joined(
        Arrays.copyOf(plain, 2),
        segment(0xE1, joined(bytes("Exif\0\0"), exif(orientation))),
        segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>")),
        segment(0xED, bytes("Photoshop 3.0\0" + PLACE)),
        segment(0xFE, bytes(PLACE)),
        Arrays.copyOfRange(plain, 2, plain.length),
        bytes("MotionPhoto " + PLACE));
  }

  static byte[] pngWithPlace() {
    var plain = image("png");
    int afterHeader = 8 + 25;
    return joined(
        Arrays.copyOf(plain, afterHeader),
        chunk("tEXt", bytes("Comment\0" + PLACE)),
        chunk("eXIf", exif(6)),
        Arrays.copyOfRange(plain, afterHeader, plain.length),
        bytes("<script>" + PLACE + "</script>"));
  }

  /** Orientation, and a GPS directory whose text tells the place. */
  static byte[] exif(int orientation) {
    var place = bytes(PLACE);
    return ByteBuffer.allocate(26 + 12 + 18 + place.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes("II"))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 2)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putInt(orientation)
        .putShort((short) 0x8825)
        .putShort((short) 4)
        .putInt(1)
        .putInt(38)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) 0x001C)
        .putShort((short) 7)
        .putInt(place.length)
        .putInt(56)
        .putInt(0)
        .put(place)
        .array();
  }

  static byte[] office(String main) {
    return office(main, "", Map.of());
  }

  static byte[] office(String main, String moreTypes, Map<String, byte[]> more) {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("[Content_Types].xml", bytes(TYPES.formatted(main, moreTypes)));
    entries.put("main.xml", bytes("<w/>"));
    entries.putAll(more);
    return zip(entries);
  }

  static byte[] relation(String type, String target) {
    return bytes(
        """
        <?xml version="1.0"?><Relationships><Relationship Id="1" TargetMode="External"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"
        Target="%s"/></Relationships>"""
            .formatted(type, target));
  }

  static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] compound(String stream) {
    return joined(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        },
        new byte[504],
        stream.getBytes(StandardCharsets.UTF_16LE));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] segment(int marker, byte[] content) {
    return joined(
        ByteBuffer.allocate(4)
            .put((byte) 0xFF)
            .put((byte) marker)
            .putShort((short) (content.length + 2))
            .array(),
        content);
  }

  private static byte[] chunk(String type, byte[] content) {
    var typed = joined(bytes(type), content);
    var crc = new CRC32();
    crc.update(typed);
    return joined(
        ByteBuffer.allocate(4).putInt(content.length).array(),
        typed,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
