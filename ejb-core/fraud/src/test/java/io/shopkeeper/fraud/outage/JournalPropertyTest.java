package io.shopkeeper.fraud.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JournalPropertyTest {

  /** Wherever a crash cuts the file, all records that are whole are read, and no other. */
  @Property(tries = 300)
  void anyPrefixGivesAllWholeRecords(
      @ForAll @Size(max = 12) List<@Size(min = 1, max = 40) byte[]> contents,
      @ForAll @IntRange(max = 600) int keep)
      throws IOException {
    Path file = Files.createTempFile("journal", "");
    try {
      try (JournalFile journal = JournalFile.open(file)) {
        for (byte[] content : contents) {
          journal.append(List.of(content), 1 << 20);
        }
      }
      byte[] whole = Files.readAllBytes(file);
      int kept = Math.min(keep, whole.length);
      Files.write(file, Arrays.copyOf(whole, kept));
      try (JournalFile journal = JournalFile.open(file)) {
        List<byte[]> read = new ArrayList<>();
        for (JournalFile.Place place : journal.found()) {
          read.add(journal.read(place));
        }
        int expected = 0;
        int end = 0;
        for (byte[] content : contents) {
          end += JournalFile.HEAD + content.length;
          expected += end <= kept ? 1 : 0;
        }
        assertThat(read).hasSize(expected);
        for (int i = 0; i < expected; i++) {
          assertThat(read.get(i)).isEqualTo(contents.get(i));
        }
        assertThat(journal.damaged()).isZero();
      }
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void anEntryIsReadAsItWasWritten() throws IOException {
    JournalEntry entry = MadeEntries.entry("p-1");
    JournalEntry read = JournalEntry.read(entry.bytes());
    assertThat(read).isEqualTo(entry);
    assertThat(read.payment().amount().scale()).isEqualTo(2);
  }
}
