package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTests {

  private static final String ARCHIVE = Binaries.archive();

  @Test
  void programsAreUnpackedWithTheirLinksForTheAccountAlone(@TempDir Path temporary)
      throws Exception {
    Path place = OwnerOnly.folder(temporary.resolve("cache"), Account.current());
    Path leftByAKilledProgram = Files.createDirectories(place.resolve("new-1/bin")).getParent();

    Binaries binaries = Binaries.in(place, ARCHIVE);

    assertThat(binaries.program("postgres")).isExecutable();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(binaries.folder())))
        .isEqualTo("rwx------");
    try (var files = Files.walk(binaries.folder())) {
      assertThat(files.filter(Files::isSymbolicLink)).isNotEmpty().allMatch(Files::exists);
    }
    assertThat(leftByAKilledProgram).doesNotExist();

    var made = Files.getLastModifiedTime(binaries.program("postgres"));
    assertThat(Binaries.in(place, ARCHIVE)).isEqualTo(binaries);
    assertThat(Files.getLastModifiedTime(binaries.program("postgres"))).isEqualTo(made);

    Files.delete(binaries.program("initdb"));
    Binaries.in(place, ARCHIVE);
    assertThat(binaries.program("initdb")).isExecutable();
  }

  @Test
  void twoProgramsMayUnpackAtOnce(@TempDir Path temporary) throws Exception {
    Path place = OwnerOnly.folder(temporary.resolve("cache"), Account.current());
    try (var one = OtherProgram.start("unpack", place);
        var other = OtherProgram.start("unpack", place)) {
      assertThat(one.nextWord()).isEqualTo("ready");
      assertThat(other.nextWord()).isEqualTo("ready");
      one.goOn();
      other.goOn();
      assertThat(one.nextWord()).isEqualTo("unpacked");
      assertThat(other.nextWord()).isEqualTo("unpacked");
    }
    assertThat(place.toFile().list()).hasSize(2).contains("unpacking.lock");
    assertThat(Binaries.in(place, ARCHIVE).program("postgres")).isExecutable();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz"
  })
  void eachSystemHasItsArchive(String system, String machine, String archive) {
    assertThat(Binaries.archive(system, machine)).isEqualTo(archive);
  }

  @Test
  void anArchiveThatIsNotThereLeavesNothing(@TempDir Path place) {
    assertThatThrownBy(() -> Binaries.in(place, "postgres-plan9-mips.txz"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("postgres-plan9-mips.txz");
    assertThat(place).isEmptyDirectory();
  }
}
