package org.silian.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a file is, whatever it is called. */
class InspectionTests {

  private static final District DISTRICT = new District("990000", "试验城区", null);

  @TempDir Path folder;

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void takes(byte[] content, FileType type) {
    assertThat(look(content).type()).isEqualTo(type);
  }

  static Stream<Arguments> takes() {
    return Stream.of(
        arguments(Samples.image("jpg"), FileType.JPEG),
        arguments(Samples.image("png"), FileType.PNG),
        arguments(Samples.pdf(), FileType.PDF),
        arguments(Samples.office(Samples.WORD), FileType.DOCX),
        arguments(Samples.office(Samples.EXCEL), FileType.XLSX),
        arguments(
            Samples.office(
                Samples.WORD,
                "",
                Map.of(
                    "word/_rels/document.xml.rels",
                    Samples.relation("hyperlink", "https://example.org/"))),
            FileType.DOCX));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void refuses(String what, byte[] content, String code) {
    assertThatThrownBy(() -> look(content))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        arguments("a program called a picture", Samples.bytes("MZ\0\0 program"), "file.program"),
        arguments("a script", Samples.bytes("#!/bin/sh\nrm"), "file.program"),
        arguments("a page", Samples.bytes("\n<!DOCTYPE html><script>"), "file.page"),
        arguments("a drawing", Samples.bytes("<svg onload='x()'/>"), "file.page"),
        arguments(
            "a page that is a PDF too",
            Samples.joined(Samples.bytes("<html>"), Samples.pdf()),
            "file.page"),
        arguments("words", Samples.bytes("hello"), "file.type"),
        arguments("a package of something", Samples.zip(Map.of("a.txt", new byte[3])), "file.type"),
        arguments("a Word of 2003", Samples.compound("WordDocument"), "file.old-office"),
        arguments(
            "a sheet with a password", Samples.compound("EncryptedPackage"), "file.encrypted"),
        arguments(
            "macros",
            Samples.office(Samples.WORD, "", Map.of("word/vbaProject.bin", new byte[3])),
            "file.macros"),
        arguments(
            "macros that say so",
            Samples.office("application/vnd.ms-word.document.macroEnabled.main+xml"),
            "file.macros"),
        arguments(
            "a template from elsewhere",
            Samples.office(
                Samples.WORD,
                "",
                Map.of(
                    "word/_rels/settings.xml.rels",
                    Samples.relation("attachedTemplate", "https://evil.example/t.dotm"))),
            "file.external"),
        arguments(
            "a link to a program",
            Samples.office(
                Samples.WORD,
                "",
                Map.of(
                    "word/_rels/document.xml.rels",
                    Samples.relation("hyperlink", "file://server/x.exe"))),
            "file.external"),
        arguments(
            "an object inside",
            Samples.office(
                Samples.WORD,
                "<Default Extension=\"bin\" ContentType="
                    + "\"application/vnd.openxmlformats-officedocument.oleObject\"/>",
                Map.of()),
            "file.embedded"),
        arguments(
            "a bomb",
            Samples.office(
                Samples.EXCEL, "", Map.of("xl/worksheets/sheet1.xml", new byte[40_000_000])),
            "file.bomb"),
        arguments(
            "entities",
            Samples.office(
                Samples.EXCEL,
                "",
                Map.of("_rels/.rels", Samples.bytes("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))),
            "file.broken"),
        arguments("a PDF with a script", Samples.pdfWithScript(), "file.pdf-acts"),
        arguments("a PDF that launches", Samples.pdfThatLaunches(), "file.pdf-acts"),
        arguments(
            "a PDF with a form of its own",
            Samples.pdf(
                document ->
                    document
                        .getDocumentCatalog()
                        .getCOSObject()
                        .setItem(COSName.getPDFName("XFA"), COSName.A)),
            "file.pdf-acts"),
        arguments(
            "a PDF with a password",
            Samples.pdf(
                document ->
                    document.protect(
                        new StandardProtectionPolicy("owner", "user", new AccessPermission()))),
            "file.encrypted"),
        arguments("half a PDF", Samples.bytes("%PDF-1.7\nnothing"), "file.broken"),
        arguments("half a picture", Arrays.copyOf(Samples.image("jpg"), 200), "file.broken"),
        arguments("half a drawing", Arrays.copyOf(Samples.image("png"), 200), "file.broken"),
        arguments("a picture for a wall", huge(), "file.too-many-pixels"));
  }

  private static byte[] huge() {
    var png = Samples.image("png");
    png[16] = 0x00;
    png[17] = 0x10; // a million columns
    png[20] = 0x00;
    png[21] = 0x10;
    var crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    java.nio.ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  @Test
  void isSmallerThanTheLimitOfItsKind() {
    assertThatThrownBy(() -> look(Samples.pdf(), Map.of("silian.files.limit.pdf", "100B")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("file.too-large"));
  }

  @Test
  void rPi03_losesWhereAPictureWasTakenAndNothingOfThePicture() throws IOException {
    var given = Samples.jpegWithPlace(6);
    assertThat(text(given)).contains(Samples.PLACE);

    var kept = cleaned(given);

    assertThat(text(kept)).doesNotContain(Samples.PLACE).doesNotContain("xmpmeta");
    assertThat(samePixels(kept, Samples.image("jpg"))).isTrue();
  }

  @Test
  void keepsWhichWayIsUp() throws IOException {
    var kept = text(cleaned(Samples.jpegWithPlace(6)));
    int exif = kept.indexOf("Exif\0\0");
    assertThat(
            JpegPicture.orientation(kept.substring(exif + 6).getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(6);
    assertThat(text(cleaned(Samples.jpegWithPlace(1)))).doesNotContain("Exif");
  }

  @Test
  void rPi03_losesWhereADrawingWasMade() throws IOException {
    var given = Samples.pngWithPlace();
    assertThat(text(given)).contains(Samples.PLACE);

    var kept = cleaned(given);

    assertThat(text(kept)).doesNotContain(Samples.PLACE).doesNotContain("script");
    assertThat(text(kept)).contains("eXIf");
    assertThat(samePixels(kept, Samples.image("png"))).isTrue();
  }

  private static boolean samePixels(byte[] one, byte[] other) throws IOException {
    var a = ImageIO.read(new ByteArrayInputStream(one));
    var b = ImageIO.read(new ByteArrayInputStream(other));
    int w = a.getWidth();
    int h = a.getHeight();
    return Arrays.equals(a.getRGB(0, 0, w, h, null, 0, w), b.getRGB(0, 0, w, h, null, 0, w));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private byte[] cleaned(byte[] content) throws IOException {
    return Files.readAllBytes(look(content).cleaned());
  }

  private Inspection.Found look(byte[] content) {
    return look(content, Map.of());
  }

  private Inspection.Found look(byte[] content, Map<String, Object> settings) {
    var properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("silian.files", FileProperties.class);
    return DISTRICT.call(
        () -> new Inspection(properties, new IncomingFolder(folder)).look(given(content)));
  }

  private Path given(byte[] content) {
    try {
      return Files.write(folder.resolve("given.jpg"), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
