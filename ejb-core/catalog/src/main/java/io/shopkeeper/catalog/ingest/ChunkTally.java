package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportFinding;
import io.shopkeeper.catalog.boundary.ImportFinding.Outcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.catalog.clean.RowNote;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of one chunk, by outcome and by rule. For one thread. */
final class ChunkTally {

  private static final int MOST_RULES = 200;
  private static final int LONGEST = 190;
  private static final int LONGEST_RAW = 300;

  private long rows;
  private long units;
  private long records;
  private long accepted;
  private long repaired;
  private long flagged;
  private long duplicates;
  private long quarantined;
  private final Map<String, Long> reasons = new HashMap<>();
  private final Map<Key, Found> found = new LinkedHashMap<>();

  private record Key(Outcome outcome, String rule, String field) {}

  private static final class Found {
    private long rows;
    private final List<ImportFinding.Sample> samples = new ArrayList<>();
  }

  /** A unit was stored, or was there before. */
  void stored(Unit unit, RowStatus status, RecordReader.Result result) {
    add(unit);
    if (status == RowStatus.DUPLICATE) {
      duplicates += unit.rows();
      return;
    }
    records++;
    if (result.repaired()) {
      repaired += unit.rows();
    } else {
      accepted += unit.rows();
    }
    result.repairs().forEach(note -> note(Outcome.REPAIRED, unit, note));
    if (!result.doubts().isEmpty()) {
      flagged += unit.rows();
      for (RowNote doubt : result.doubts()) {
        note(Outcome.FLAGGED, unit, doubt);
        count("flagged: " + doubt.detail(), unit.rows());
      }
    }
  }

  /** A unit was set aside. */
  void setAside(Unit unit, List<FieldError> errors) {
    add(unit);
    quarantined += unit.rows();
    FieldError first = errors.getFirst();
    // Values stay out of the reason, so that equal faults are counted together.
    String message = first.message().replaceAll(", but is .*", "").replaceFirst("^row \\d+ ", "");
    count(first.pointer() + " " + message, unit.rows());
    String field =
        first.pointer().replaceFirst("^/", "").replaceAll("/\\d+/", ".").replace('/', '.');
    note(Outcome.QUARANTINED, unit, new RowNote(message, field, first.message()));
  }

  private void add(Unit unit) {
    units++;
    rows += unit.rows();
  }

  private void count(String reason, long unitRows) {
    if (reasons.size() < MOST_RULES || reasons.containsKey(reason)) {
      reasons.merge(reason, unitRows, Long::sum);
    }
  }

  private void note(Outcome outcome, Unit unit, RowNote note) {
    var key = new Key(outcome, cut(note.rule(), LONGEST), cut(note.field(), LONGEST));
    if (found.size() >= MOST_RULES && !found.containsKey(key)) {
      key = new Key(outcome, "other", "");
    }
    Found sum = found.computeIfAbsent(key, unseen -> new Found());
    sum.rows += unit.rows();
    if (sum.samples.size() < FindingStore.MOST_SAMPLES) {
      sum.samples.add(
          new ImportFinding.Sample(
              unit.row(), cut(said(note), LONGEST), cut(unit.raw(), LONGEST_RAW)));
    }
  }

  /** The values before and after, where the note shows them, and what it says. */
  private static String said(RowNote note) {
    if (note.before() == null && note.after() == null) {
      return note.detail();
    }
    String change =
        (note.before() == null ? "∅" : note.before())
            + " → "
            + (note.after() == null ? "∅" : note.after());
    return note.detail().isEmpty() ? change : change + " · " + note.detail();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  ChunkCounts counts() {
    return new ChunkCounts(
        rows, units, records, accepted, repaired, flagged, duplicates, quarantined, reasons);
  }

  List<ImportFinding> findings() {
    var findings = new ArrayList<ImportFinding>();
    found.forEach(
        (key, sum) ->
            findings.add(
                new ImportFinding(key.outcome(), key.rule(), key.field(), sum.rows, sum.samples)));
    return findings;
  }
}
