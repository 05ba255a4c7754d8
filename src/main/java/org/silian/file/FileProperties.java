package org.silian.file;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set about files.
 *
 * @param folder where files lie and arrive; {@code files} in the data folder where absent
 * @param origin the address of a host of their own, {@code {host}} standing for the district's
 * @param clamd the virus scanner, {@code tcp://host:3310} or {@code unix:/run/clamd.ctl}
 * @param clamdAway what becomes of a file when the scanner does not answer
 * @param linkValid how long a link to a file can be followed
 * @param kept how long an upload that does not go on is kept
 */
@ConfigurationProperties("silian.files")
record FileProperties(
    @Nullable Path folder,
    @Nullable String origin,
    @Nullable URI clamd,
    @DefaultValue("WAIT") ScannerAway clamdAway,
    @DefaultValue("1m") Duration linkValid,
    @DefaultValue("1d") Duration kept,
    @DefaultValue Limits limit,
    @DefaultValue S3 s3) {

  /** What becomes of a file when the scanner does not answer. */
  enum ScannerAway {
    /** It is attached, and can be opened once the scanner has answered. */
    WAIT,
    /** It is refused; what has arrived is kept, so it need not be sent again. */
    REFUSE
  }

  /**
   * The most that is taken.
   *
   * @param record together in one record
   * @param files in one record
   * @param person together on their way from one person
   * @param uploads on their way from one person
   * @param pixels of a picture, in millions
   */
  record Limits(
      @DefaultValue("10MB") DataSize jpeg,
      @DefaultValue("10MB") DataSize png,
      @DefaultValue("30MB") DataSize pdf,
      @DefaultValue("15MB") DataSize docx,
      @DefaultValue("15MB") DataSize xlsx,
      @DefaultValue("100MB") DataSize record,
      @DefaultValue("40") int files,
      @DefaultValue("100MB") DataSize person,
      @DefaultValue("20") int uploads,
      @DefaultValue("100") int pixels) {

    long of(FileType type) {
      return switch (type) {
        case JPEG -> jpeg.toBytes();
        case PNG -> png.toBytes();
        case PDF -> pdf.toBytes();
        case DOCX -> docx.toBytes();
        case XLSX -> xlsx.toBytes();
        case CSV, ZIP -> Long.MAX_VALUE; // never brought, only made
      };
    }

    long largest() {
      return Math.max(
          Math.max(Math.max(jpeg.toBytes(), png.toBytes()), pdf.toBytes()),
          Math.max(docx.toBytes(), xlsx.toBytes()));
    }
  }

  /**
   * An S3-compatible store, in place of the folder.
   *
   * @param endpoint its address; Amazon's own where absent
   */
  record S3(
      @Nullable URI endpoint,
      @DefaultValue("us-east-1") String region,
      @Nullable String bucket,
      @Nullable String accessKey,
      @Nullable String secretKey) {}
}
