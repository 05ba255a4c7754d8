package org.silian.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileProperties.class)
class FileModule {

  /** In S3 where a bucket is named, else in a folder. */
  @Bean
  ContentStore contentStore(
      FileProperties properties, Clock clock, @Value("${silian.data}") Path data)
      throws IOException {
    var bucket = properties.s3().bucket();
    return bucket == null || bucket.isBlank()
        ? new FolderStore(folder(properties, data).resolve("kept"), clock)
        : new S3Store(client(properties.s3()), bucket);
  }

  /** Where uploads arrive piece by piece. */
  @Bean
  IncomingFolder incomingFolder(FileProperties properties, @Value("${silian.data}") Path data)
      throws IOException {
    return new IncomingFolder(folder(properties, data).resolve("incoming"));
  }

  /** Closed to other accounts, as the database beside it is. */
  private static Path folder(FileProperties properties, Path data) throws IOException {
    var folder =
        (properties.folder() == null ? data.resolve("files") : properties.folder())
            .toAbsolutePath();
    if (!Files.exists(folder)) {
      Files.createDirectories(data.toAbsolutePath());
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return folder;
  }

  static S3Client client(FileProperties.S3 s3) {
    var client =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.of(s3.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        Objects.requireNonNull(s3.accessKey(), "silian.files.s3.access-key"),
                        Objects.requireNonNull(s3.secretKey(), "silian.files.s3.secret-key"))))
            // Stores other than Amazon's know no host names for buckets, and few of these ways.
            .forcePathStyle(true)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    return (s3.endpoint() == null ? client : client.endpointOverride(s3.endpoint())).build();
  }
}
