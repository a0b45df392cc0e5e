package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.catalog.clean.RowCleaner;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tries chunks of quarantined rows again, each chunk in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class QuarantineLedger {

  @Inject private QuarantineStore store;
  @Inject private HeldRows held;
  @Inject private RowCleaners cleaners;

  /** Other cells for a row. */
  public record Correction(long id, Map<String, String> cells) {}

  /** One cleaner for each kind, made when it is needed: for one job. */
  public Function<ImportKind, RowCleaner> cleaners(Optional<StepData> rule) {
    Map<ImportKind, RowCleaner> known = new EnumMap<>(ImportKind.class);
    return kind -> known.computeIfAbsent(kind, fresh -> cleaners.pipeline(fresh, rule));
  }

  /** How many rows are meant. */
  public long count(QuarantineFilter filter) {
    return store.count(filter);
  }

  /** The next rows that are meant, by id. */
  public List<Long> next(QuarantineFilter filter, long after, int n) {
    return store.after(filter, after, n);
  }

  /** Tries rows as they are; answers how many are stored. */
  public long retry(List<Long> ids, Function<ImportKind, RowCleaner> by, String actor) {
    return ids.stream()
        .flatMap(id -> store.find(id).stream())
        .filter(row -> !row.mended())
        .filter(row -> held.store(row, row.raw(), actor, by.apply(row.kind())).isEmpty())
        .count();
  }

  /** Tries rows with other cells; answers how many are stored. */
  public long correct(
      List<Correction> corrections, Function<ImportKind, RowCleaner> by, String actor) {
    long stored = 0;
    for (Correction correction : corrections) {
      Optional<QuarantinedRowEntry> row =
          store.find(correction.id()).filter(found -> !found.mended());
      if (row.isPresent()) {
        String raw = held.merge(row.get(), correction.cells());
        boolean sound = held.store(row.get(), raw, actor, by.apply(row.get().kind())).isEmpty();
        stored += sound ? 1 : 0;
      }
    }
    return stored;
  }
}
