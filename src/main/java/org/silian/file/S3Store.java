package org.silian.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Contents in a bucket of an S3-compatible store. */
class S3Store implements ContentStore {

  private static final Logger log = LoggerFactory.getLogger(S3Store.class);

  private final S3Client client;
  private final String bucket;

  S3Store(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void put(Path content, String hash) {
    // Put even where it is there: the sweep goes by when it was last put.
    orAway(() -> client.putObject(put -> put.bucket(bucket).key(key(hash)), content));
  }

  @Override
  public Optional<InputStream> open(String hash) {
    return orAway(
        () -> {
          try {
            return Optional.<InputStream>of(
                client.getObject(get -> get.bucket(bucket).key(key(hash))));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Optional<Stored> find(String hash) {
    return orAway(
        () -> {
          try {
            var head = client.headObject(h -> h.bucket(bucket).key(key(hash)));
            return Optional.of(new Stored(hash, head.lastModified()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(String hash) {
    orAway(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key(hash))));
  }

  @Override
  public List<Stored> beginningWith(String digits) {
    var folder = folder(digits);
    return orAway(
        () ->
            client
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder))
                .contents()
                .stream()
                .map(o -> new Stored(o.key().substring(folder.length()), o.lastModified()))
                .toList());
  }

  private static <T> T orAway(Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      log.error("The file store cannot be used: {}", e.toString());
      throw Refusal.away("file.store-away", Duration.ofSeconds(30));
    }
  }

  private static String key(String hash) {
    return folder(hash.substring(0, 2)) + hash;
  }

  private static String folder(String digits) {
    return District.current().code() + "/" + digits + "/";
  }
}
