package org.silian.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.TestRecords;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.Districts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files from the first piece to the last row, on a real database and a real folder. */
@ModuleTest
class FileTests {

  @Autowired Files files;
  @Autowired Uploads uploads;
  @Autowired FileReading reading;
  @Autowired FileSweep sweep;
  @Autowired ContentStore store;
  @Autowired IncomingFolder incoming;
  @Autowired TestDistrict district;
  @Autowired TestRecords records;
  @Autowired TestClock clock;
  @Autowired Timelines timelines;
  @Autowired Districts districts;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Actor worker;
  private Subject record;
  private UUID community;

  @BeforeEach
  void aWorkerAndARecord() {
    community = district.community("秀灵南社区");
    worker = district.appointed(Role.COMMUNITY_WORKER, community);
    record = records.open("1", "一件事");
  }

  @Test
  void areAttachedOpenedAndRemoved() throws IOException {
    var content = Samples.pdf();
    var id = attached(content, "同意书.pdf");

    var listed = files.of(record);
    assertThat(listed).extracting(Files.Attachment::name).containsExactly("同意书.pdf");
    assertThat(listed.getFirst().attachedBy()).isEqualTo(worker.person());
    assertThat(opened(id)).isEqualTo(content);

    worker.run(() -> files.remove(record, id, "重复"));
    assertThat(files.of(record)).isEmpty();
    assertThatThrownBy(() -> files.open(id)).satisfies(refused("not-found"));
    assertThat(worker.call(() -> timelines.of(record)))
        .extracting(Timelines.TimelineEntry::words)
        .containsExactly("重复", null);
  }

  @Test
  void goOnWhereTheLineBroke() throws IOException {
    var content = Samples.pdf();
    var upload = begun("a.pdf", content.length);
    var half = content.length / 2;

    long arrived = append(upload, 0, cutAfter(content, half));
    assertThat(arrived).isEqualTo(half);
    assertThatThrownBy(() -> worker.run(() -> files.receive(upload)))
        .satisfies(refused("file.upload-unfinished"));
    assertThatThrownBy(() -> append(upload, 0, new ByteArrayInputStream(content)))
        .satisfies(refused("file.upload-offset"));

    append(
        upload,
        arrived,
        new ByteArrayInputStream(Arrays.copyOfRange(content, half, content.length)));
    assertThat(opened(attach(upload))).isEqualTo(content);
  }

  @Test
  void takeNoMoreThanWasAnnounced() {
    var upload = begun("a.pdf", 10);
    assertThat(append(upload, 0, new ByteArrayInputStream(new byte[50]))).isEqualTo(10);
  }

  @Test
  void areAttachedOnceHoweverOftenItIsAskedFor() {
    var upload = uploaded(Samples.pdf(), "a.pdf");
    var first = attach(upload);

    assertThat(attach(upload)).isEqualTo(first).isEqualTo(upload);
    assertThat(files.of(record)).hasSize(1);
    var other = records.open("2", "另一件事");
    assertThatThrownBy(
            () -> worker.run(() -> files.attach(files.receive(upload), other, community)))
        .satisfies(refused("file.elsewhere"));
  }

  @Test
  void areNobodyElsesWhileOnTheirWay() {
    var upload = uploaded(Samples.pdf(), "a.pdf");
    var other = district.appointed(Role.COMMUNITY_WORKER, community);
    assertThatThrownBy(() -> other.run(() -> files.receive(upload)))
        .satisfies(refused("not-found"));
  }

  @Test
  void areForThoseWhoMayOpenTheRecord() {
    var id = attached(Samples.pdf(), "a.pdf");
    assertThat(worker.call(() -> reading.get(id)).id()).isEqualTo(id);

    var closed = records.closed();
    var hidden = worker.call(() -> files.attach(received(Samples.image("png")), closed, community));
    assertThatThrownBy(() -> worker.run(() -> reading.get(hidden))).satisfies(refused("not-found"));
    assertThatThrownBy(() -> worker.run(() -> reading.of(closed))).satisfies(refused("not-found"));
  }

  @Test
  void leaveAContentWithoutARowWhenTheProgramDiesInBetweenNeverARowWithout() {
    var content =
        Samples.office(Samples.WORD, "", Map.of("of-this-test-alone.xml", Samples.bytes("<a/>")));
    var received = worker.call(() -> received(content));
    transaction.executeWithoutResult(
        status -> {
          worker.run(() -> files.attach(received, record, community));
          status.setRollbackOnly(); // as if killed before the commit
        });
    assertThat(files.of(record)).isEmpty();
    assertThat(store.find(received.hash())).isPresent();

    sweep.compare();
    assertThat(store.find(received.hash())).as("may still be attached").isPresent();
    clock.advance(FileSweep.ORPHANED.plusMinutes(1));
    sweep.compare();
    assertThat(store.find(received.hash())).isEmpty();
    assertThatThrownBy(() -> worker.run(() -> files.attach(received, record, community)))
        .satisfies(refused("file.upload-lost"));
  }

  @Test
  void sayThatTheirContentIsLost() {
    var id = attached(Samples.image("jpg"), "a.jpg");
    store.delete(hash(id));
    sweep.compare();
    assertThatThrownBy(() -> files.open(id)).satisfies(refused("file.lost"));
  }

  @Test
  void keepOneContentForTwoAndDeleteItWithTheLast() {
    var content = Samples.office(Samples.WORD);
    var one = attached(content, "a.docx");
    var two = attached(content, "b.docx");
    var hash = hash(one);
    assertThat(hash(two)).isEqualTo(hash);

    clock.advance(FileSweep.ATTACHING.plusMinutes(1));
    worker.run(() -> files.remove(record, one, null));
    sweep.discard();
    assertThat(store.find(hash)).isPresent();

    worker.run(() -> files.remove(record, two, null));
    sweep.discard();
    assertThat(store.find(hash)).isEmpty();
  }

  @Test
  void keepTheContentOfEachDistrictApart() {
    var hash = hash(attached(Samples.office(Samples.EXCEL), "a.xlsx"));
    var other = districts.found("880001", "别的城区", "other.test");

    other.run(() -> assertThat(store.find(hash)).isEmpty());
    other.run(() -> store.delete(hash));
    assertThat(store.find(hash)).isPresent();
  }

  @Test
  void rPi12_areErasedWithTheRecord() {
    var id = attached(Samples.pdf(), "覃桂花的同意书.pdf");
    var hash = hash(id);

    assertThat(Actor.SYSTEM.call(() -> files.erase(record))).isEqualTo(1);
    clock.advance(FileSweep.ATTACHING.plusMinutes(1));
    sweep.discard();

    assertThat(files.of(record)).isEmpty();
    assertThat(store.find(hash)).isEmpty();
  }

  @Test
  void haveNamesThatNoTableAndNoEntryShows() {
    attached(Samples.pdf(), "覃桂花的同意书.pdf");
    var stored =
        jdbc.sql(
                """
                select coalesce((select string_agg(f::text, '') from file f), '')
                  || coalesce((select string_agg(u::text, '') from file_upload u), '')
                  || coalesce((select string_agg(e::text, '') from journal_entry e), '')
                  || coalesce((select string_agg(i::text, '') from api_idempotency i), '')""")
            .query((row, n) -> row.getString(1))
            .single();
    assertThat(stored).contains("file-attached").doesNotContain("覃桂花");
  }

  @Test
  void areCalledWhatTheyAre() {
    attached(Samples.pdf(), "../..\\x\u202Egpj.exe");
    assertThat(files.of(record))
        .extracting(Files.Attachment::name)
        .containsExactly("x gpj.exe.pdf");
  }

  @Test
  void fillARecordOnlySoFar() {
    var content = Samples.image("png");
    for (int i = 0; i < 40; i++) {
      worker.run(
          () -> files.attach(files.made("a", FileType.PNG, written(content)), record, community));
    }
    assertThatThrownBy(() -> attached(content, "a.png")).satisfies(refused("file.record-full"));
  }

  @Test
  void areFewAndSmallOnTheirWayFromOnePerson() {
    assertThatThrownBy(() -> begun("a.pdf", 31 * 1024 * 1024)).satisfies(refused("file.too-large"));
    assertThatThrownBy(() -> begun("a.pdf", 0)).satisfies(refused("file.empty"));
    for (int i = 0; i < 3; i++) {
      begun("a.pdf", 30 * 1024 * 1024);
    }
    assertThatThrownBy(() -> begun("a.pdf", 30 * 1024 * 1024)).satisfies(refused("file.uploads"));
  }

  @Test
  void rPi12_areForgottenADayAfterTheyStoppedArriving() throws IOException {
    var upload = begun("a.pdf", 100);
    var part = incoming.path(upload);
    var stray = incoming.scratch();
    java.nio.file.Files.setLastModifiedTime(stray, FileTime.from(TestClock.START));
    assertThat(part).exists();

    clock.advance(Duration.ofHours(25));
    assertThat(uploads.forget(uploads.before(clock.instant()))).isPositive();
    uploads.sweep();

    assertThat(part).doesNotExist();
    assertThat(stray).doesNotExist();
    assertThatThrownBy(() -> append(upload, 0, new ByteArrayInputStream(new byte[1])))
        .satisfies(refused("not-found"));
  }

  @Test
  void beginAnewWhereAnotherNodeHasWhatArrived() throws IOException {
    var upload = begun("a.pdf", 100);
    append(upload, 0, new ByteArrayInputStream(new byte[60]));
    java.nio.file.Files.delete(incoming.path(upload));

    assertThatThrownBy(() -> uploads.find(upload, worker.person()))
        .satisfies(refused("file.upload-lost"));
  }

  private UUID begun(String name, long length) {
    return worker.call(() -> uploads.begin(worker.person(), name, length));
  }

  private long append(UUID upload, long offset, InputStream piece) {
    return uploads.append(upload, worker.person(), offset, piece);
  }

  private UUID uploaded(byte[] content, String name) {
    var upload = begun(name, content.length);
    append(upload, 0, new ByteArrayInputStream(content));
    return upload;
  }

  private ReceivedFile received(byte[] content) {
    return files.receive(uploaded(content, "a"));
  }

  private UUID attach(UUID upload) {
    return worker.call(() -> files.attach(files.receive(upload), record, community));
  }

  private UUID attached(byte[] content, String name) {
    return attach(uploaded(content, name));
  }

  private byte[] opened(UUID id) throws IOException {
    try (var in = files.open(id)) {
      return in.readAllBytes();
    }
  }

  private Path written(byte[] content) {
    try {
      return java.nio.file.Files.write(incoming.scratch(), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String hash(UUID id) {
    return jdbc.sql("select hash from file where id = ?")
        .param(id)
        .query((row, n) -> row.getString(1))
        .single();
  }

  private static InputStream cutAfter(byte[] content, int bytes) {
    return new InputStream() {
      private int at;

      @Override
      public int read() throws IOException {
        if (at == bytes) {
          throw new IOException("the line is cut");
        }
        return content[at++] & 0xFF;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (at == bytes) {
          throw new IOException("the line is cut");
        }
        int some = Math.min(length, bytes - at);
        System.arraycopy(content, at, into, from, some);
        at += some;
        return some;
      }
    };
  }

  private static Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
