package io.shopkeeper.catalog.ingest.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {

  @TempDir private Path folder;

  /** More than memory is meant to hold, in a wild order: every row arrives once, by key. */
  @Test
  void rowsComeBackSortedFromManyRunsAsOftenAsAsked() throws Exception {
    var random = new Random(7);
    var expected = new TreeMap<String, Integer>();
    try (var sorter = new RowSorter(folder)) {
      String filler = "x".repeat(2000);
      for (int i = 1; i <= 40_000; i++) {
        String key = "k" + random.nextInt(500);
        expected.merge(key, 1, Integer::sum);
        sorter.add(new KeyedRow(key, i, Arrays.asList(filler, null), null));
      }
      for (int pass = 0; pass < 2; pass++) {
        assertThat(keys(sorter)).isEqualTo(expected);
      }
      assertThat(files()).isGreaterThan(1);
    }
    assertThat(files()).isZero();
  }

  private static Map<String, Integer> keys(RowSorter sorter) throws IOException {
    var found = new TreeMap<String, Integer>();
    try (RowSorter.Sorted rows = sorter.read()) {
      String before = "";
      long numberBefore = 0;
      Optional<KeyedRow> row = rows.next();
      while (row.isPresent()) {
        assertThat(row.get().key()).isGreaterThanOrEqualTo(before);
        if (row.get().key().equals(before)) {
          assertThat(row.get().number()).isGreaterThan(numberBefore);
        }
        assertThat(row.get().values().get(1)).isNull();
        before = row.get().key();
        numberBefore = row.get().number();
        found.merge(before, 1, Integer::sum);
        row = rows.next();
      }
    }
    return found;
  }

  private long files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void rowsOfAGroupAreMergedFieldByField() throws Exception {
    var fields = List.of("id", "title", "first", "last", "low", "sum", "lines.sku");
    var takes =
        Map.of("title", "most", "last", "last", "low", "smallest", "sum", "sum", "first", "first");
    try (var sorter = new RowSorter(folder)) {
      sorter.add(row("b", 2, "b", "Mug", "1", "1", "9", "2.5", "s1"));
      sorter.add(row("a", 1, "a", "Cup", "x", "x", "1", "1", "s0"));
      sorter.add(row("b", 3, "b", "Cup", "2", "2", "10", "1", "s2"));
      sorter.add(row("b", 4, "b", "Cup", null, null, null, null, "s3"));
      List<Group> groups = groups(sorter, fields, takes);
      assertThat(groups).hasSize(2);
      Group b = groups.get(1);
      assertThat(b.row()).isEqualTo(2);
      assertThat(b.rows()).isEqualTo(3);
      assertThat(b.fields())
          .containsEntry("title", "Cup")
          .containsEntry("first", "1")
          .containsEntry("last", "2")
          .containsEntry("low", "9")
          .containsEntry("sum", "3.5");
      assertThat(b.lines()).extracting(line -> line.get("sku")).containsExactly("s1", "s2", "s3");
    }
  }

  @Test
  void theFaultOfOneRowIsTheFaultOfItsGroup() throws Exception {
    try (var sorter = new RowSorter(folder)) {
      sorter.add(new KeyedRow("a", 1, List.of("a"), null));
      sorter.add(new KeyedRow("a", 2, List.of("a"), "/placedAt\trow 2 must be a date"));
      Group group = groups(sorter, List.of("id"), Map.of()).getFirst();
      assertThat(group.rows()).isEqualTo(2);
      assertThat(group.faults()).containsExactly("/placedAt\trow 2 must be a date");
    }
  }

  private static List<Group> groups(
      RowSorter sorter, List<String> fields, Map<String, String> takes) throws IOException {
    var groups = new ArrayList<Group>();
    try (var source = new Groups(sorter.read(), fields, takes, "lines.")) {
      Optional<Group> group = source.next();
      while (group.isPresent()) {
        groups.add(group.get());
        group = source.next();
      }
    }
    return groups;
  }

  private static KeyedRow row(String key, long number, String... values) {
    return new KeyedRow(key, number, Arrays.asList(values), null);
  }
}
