package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/** One part of an import: a pass to learn and to prove the file sound, a pass to store. */
final class PartImport {

  private static final int MOST_UNITS = 500;
  private static final int MOST_EVENTS = 4000;
  private static final int MOST_ROWS = 20_000;

  private final ImportLedger ledger;
  private final ImportLedger.Plan plan;
  private final UnitReading reading;
  private final RecordReader reader;
  private final PartProgress progress;

  PartImport(
      ImportLedger ledger,
      ImportLedger.Plan plan,
      UnitReading reading,
      RecordReader reader,
      PartProgress progress) {
    this.ledger = ledger;
    this.plan = plan;
    this.reading = reading;
    this.reader = reader;
    this.progress = progress;
  }

  void run() throws IOException, FileUnreadableException {
    reading.prepare(rows -> progress.at(0, "checking the file"));
    long units = survey();
    store(units);
  }

  private long survey() throws IOException, FileUnreadableException {
    long units = 0;
    long rows = 0;
    try (Units source = reading.units()) {
      Optional<Unit> unit = source.next();
      while (unit.isPresent()) {
        reader.observe(unit.get());
        units++;
        rows += unit.get().rows();
        if (units % 10_000 == 0) {
          progress.at(0, "checking the file");
        }
        unit = source.next();
      }
      progress.log(rows + " rows found");
      if (source.leftOut() > 0) {
        progress.log(source.leftOut() + " rows left out by the mapping");
        ledger.leftOut(plan.id(), source.leftOut());
      }
    }
    return units;
  }

  private void store(long units) throws IOException, FileUnreadableException {
    boolean events = plan.kind() == ImportKind.EVENTS || plan.kind() == ImportKind.RATINGS;
    int most = events ? MOST_EVENTS : MOST_UNITS;
    var chunk = new ArrayList<ImportLedger.Entry>(most);
    long rows = 0;
    try (Units source = reading.units()) {
      Optional<Unit> unit = source.next();
      while (unit.isPresent()) {
        RecordReader.Result result = reader.read(unit.get());
        if (unit.get().place() > plan.position()) {
          chunk.add(new ImportLedger.Entry(unit.get(), result));
          rows += unit.get().rows();
        }
        if (chunk.size() == most || rows > MOST_ROWS) {
          ledger.store(plan.id(), chunk);
          chunk.clear();
          rows = 0;
          progress.at((double) unit.get().place() / units, plan.dryRun() ? "checking" : "storing");
        }
        unit = source.next();
      }
    }
    if (!chunk.isEmpty()) {
      ledger.store(plan.id(), chunk);
    }
  }
}
