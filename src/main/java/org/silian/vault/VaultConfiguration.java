package org.silian.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  /** From {@code SILIAN_SECRET} (base64), else from the data folder, made there at first start. */
  @Bean
  InstallationSecret installationSecret(
      @Value("${silian.secret:}") String given, @Value("${silian.data}") Path data)
      throws IOException {
    return new InstallationSecret(
        Base64.getDecoder().decode(given.isBlank() ? kept(data.resolve("secret")) : given.strip()));
  }

  private static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var fresh = new byte[32];
      new SecureRandom().nextBytes(fresh);
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(fresh));
      } catch (FileAlreadyExistsException e) {
        return Files.readString(file).strip();
      }
    }
    return Files.readString(file).strip();
  }
}
