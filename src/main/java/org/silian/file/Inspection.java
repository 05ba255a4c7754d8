package org.silian.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Says what a file is by looking at all of it; its name is never asked. What is not one of the five
 * kinds, or is one of them and more than that, is refused.
 */
@Component
class Inspection {

  private static final int HEAD = 4096;

  /** Word, Excel and PowerPoint before 2007, and what is encrypted since. */
  private static final int[] COMPOUND = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

  private static final int[] JPEG = {0xFF, 0xD8, 0xFF};
  private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final int[] PACKAGE = {'P', 'K', 3, 4};

  /** Windows, Linux, macOS, Java, scripts. */
  private static final List<int[]> PROGRAMS =
      List.of(
          new int[] {'M', 'Z'},
          new int[] {0x7F, 'E', 'L', 'F'},
          new int[] {0xCF, 0xFA, 0xED, 0xFE},
          new int[] {0xCE, 0xFA, 0xED, 0xFE},
          new int[] {0xCA, 0xFE, 0xBA, 0xBE},
          new int[] {'#', '!'});

  private final FileProperties.Limits limits;
  private final IncomingFolder incoming;

  Inspection(FileProperties properties, IncomingFolder incoming) {
    this.limits = properties.limit();
    this.incoming = incoming;
  }

  /**
   * What a file turned out to be.
   *
   * @param cleaned where what may be kept was written; absent where the file may be kept as it is
   */
  record Found(FileType type, @Nullable Path cleaned) {}

  /**
   * Looks a file through.
   *
   * @throws Refusal of its own code for each thing that may not be kept
   */
  Found look(Path file) {
    try {
      var head = head(file);
      var type = type(head, file);
      if (Files.size(file) > limits.of(type)) {
        throw Refusal.tooLarge("file.too-large")
            .with("type", type.name())
            .with("most", limits.of(type) / (1024 * 1024));
      }
      return switch (type) {
        case JPEG -> new Found(type, written(JpegPicture.cleaned(bytes(file), limits.pixels())));
        case PNG -> new Found(type, written(PngPicture.cleaned(bytes(file), limits.pixels())));
        case PDF -> {
          PdfLook.look(file);
          yield new Found(type, null);
        }
        default -> new Found(OfficeLook.look(file), null);
      };
    } catch (IOException e) {
      throw Refusal.ruleBroken("file.broken");
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  /** A package is called DOCX here until one has looked inside. */
  private static FileType type(byte[] head, Path file) throws IOException {
    for (var known :
        Map.of(
                FileType.JPEG, JPEG,
                FileType.PNG, PNG,
                FileType.PDF, PDF,
                FileType.DOCX, PACKAGE)
            .entrySet()) {
      if (beginsWith(head, known.getValue())) {
        return known.getKey();
      }
    }
    if (beginsWith(head, COMPOUND)) {
      throw Refusal.ruleBroken(isEncryptedPackage(file) ? "file.encrypted" : "file.old-office");
    }
    if (PROGRAMS.stream().anyMatch(magic -> beginsWith(head, magic))) {
      throw Refusal.ruleBroken("file.program");
    }
    throw Refusal.ruleBroken(isMarkup(head) ? "file.page" : "file.type");
  }

  private static boolean beginsWith(byte[] head, int[] magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEncryptedPackage(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.ISO_8859_1)
        .contains(
            new String(
                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                StandardCharsets.ISO_8859_1));
  }

  private static boolean isMarkup(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return Arrays.stream(new String[] {"<html", "<svg", "<!doctype", "<script", "<?xml"})
        .anyMatch(text::contains);
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private Path written(byte[] content) throws IOException {
    return Files.write(incoming.scratch(), content);
  }
}
