package io.shopkeeper.fraud.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

  private static final long MUCH = 1 << 20;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("journal");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(JournalFile journal) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JournalFile.Place place : journal.found()) {
      texts.add(new String(journal.read(place), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private void write(String... texts) throws IOException {
    try (JournalFile journal = JournalFile.open(file())) {
      for (String text : texts) {
        journal.append(List.of(bytes(text)), MUCH);
      }
    }
  }

  @Test
  void whatWasWrittenIsReadInItsOrder() throws IOException {
    write("one", "two");
    write("three");
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one", "two", "three");
      assertThat(journal.torn()).isZero();
      assertThat(journal.damaged()).isZero();
    }
  }

  @Test
  void aTornLastRecordIsCutOffAndTheNextOneFollows() throws IOException {
    write("one", "two");
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 2));
    write("three");
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one", "three");
    }
    assertThat(folder.resolve("journal.damaged")).doesNotExist();
  }

  @Test
  void zerosThatACrashLeftAtTheEndAreCutOff() throws IOException {
    write("one");
    Files.write(file(), new byte[300], StandardOpenOption.APPEND);
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one");
      assertThat(journal.torn()).isEqualTo(300);
    }
  }

  @Test
  void aRecordWithAWrongChecksumIsLeftOutAndTheFileIsKeptAside() throws IOException {
    write("one", "two", "three");
    byte[] whole = Files.readAllBytes(file());
    whole[2 * JournalFile.HEAD + 3] ^= 1;
    Files.write(file(), whole);
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one", "three");
      assertThat(journal.damaged()).isOne();
    }
    assertThat(Files.readAllBytes(folder.resolve("journal.damaged"))).isEqualTo(whole);
  }

  @Test
  void damageToALengthCostsNoOtherRecord() throws IOException {
    write("one", "two", "three");
    byte[] whole = Files.readAllBytes(file());
    whole[JournalFile.HEAD + 3] = 0x7f;
    Files.write(file(), whole);
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one", "three");
    }
  }

  @Test
  void whenNoRecordIsNeededTheFileIsEmpty() throws IOException {
    try (JournalFile journal = JournalFile.open(file())) {
      journal.append(List.of(bytes("one"), bytes("two")), MUCH);
      journal.done(1);
      assertThat(journal.size()).isPositive();
      journal.done(1);
      assertThat(journal.size()).isZero();
      journal.append(List.of(bytes("three")), MUCH);
    }
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("three");
    }
  }

  @Test
  void moreThanTheLimitIsRefusedAndTheRestStays() throws IOException {
    try (JournalFile journal = JournalFile.open(file())) {
      long limit = 3L * (JournalFile.HEAD + 3);
      journal.append(List.of(bytes("one"), bytes("two")), limit);
      assertThatThrownBy(() -> journal.append(List.of(bytes("six"), bytes("ten")), limit))
          .isInstanceOf(JournalFile.FullException.class);
      journal.append(List.of(bytes("six")), limit);
    }
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one", "two", "six");
    }
  }

  @Test
  void aFullDiskLeavesNothingHalfThere() throws IOException {
    var disk = new FaultyChannel(file());
    try (var journal = new JournalFile(disk, file())) {
      journal.append(List.of(bytes("one")), MUCH);
      disk.fullAfter(journal.size() + 5);
      assertThatThrownBy(() -> journal.append(List.of(bytes("a long one")), MUCH))
          .isInstanceOf(IOException.class);
      disk.fullAfter(Long.MAX_VALUE);
      journal.append(List.of(bytes("two")), MUCH);
    }
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("one", "two");
      assertThat(journal.damaged()).isZero();
    }
  }

  @Test
  void afterAFailedFlushNothingIsTakenUntilTheFileIsEmptied() throws IOException {
    var disk = new FaultyChannel(file());
    try (var journal = new JournalFile(disk, file())) {
      journal.append(List.of(bytes("one")), MUCH);
      disk.refuseFlushes(true);
      assertThatThrownBy(() -> journal.append(List.of(bytes("two")), MUCH))
          .isInstanceOf(IOException.class);
      disk.refuseFlushes(false);
      assertThatThrownBy(() -> journal.append(List.of(bytes("two")), MUCH))
          .isInstanceOf(IOException.class);
      journal.done(1);
      journal.append(List.of(bytes("three")), MUCH);
    }
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).containsExactly("three");
    }
  }

  @Test
  void thoseWhoAppendAtOnceShareFlushesAndLoseNothing() throws Exception {
    var disk = new FaultyChannel(file());
    int threads = 8;
    int each = 50;
    var pool =
        new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    try (pool;
        var journal = new JournalFile(disk, file())) {
      disk.slowFlushes(2);
      List<Callable<Void>> tasks =
          IntStream.range(0, threads)
              .<Callable<Void>>mapToObj(
                  thread ->
                      () -> {
                        for (int i = 0; i < each; i++) {
                          journal.append(List.of(bytes(thread + "-" + i)), MUCH);
                        }
                        return null;
                      })
              .toList();
      for (Future<Void> one : pool.invokeAll(tasks)) {
        one.get();
      }
      assertThat(disk.flushes()).isLessThan(threads * each);
    }
    try (JournalFile journal = JournalFile.open(file())) {
      assertThat(texts(journal)).hasSize(threads * each).doesNotHaveDuplicates();
    }
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    write("one");
    if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(file()))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }
}
