package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.RowOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Stores records of an import and keeps what they were before, so that it can be undone. */
@Dependent
public class RecordKeeper {

  @Inject private Shelves shelves;
  @Inject private ChangeStore changes;
  @Inject private Clock clock;

  /**
   * Stores records within the caller's transaction.
   *
   * @param importId null for none; then nothing is kept
   * @return an outcome for each
   */
  List<RowOutcome> put(ImportKind kind, List<Object> records, Long importId) {
    if (importId == null || !Shelves.replaces(kind)) {
      return shelves.put(kind, records, importId);
    }
    ImportKind touched = Shelves.touched(kind);
    Set<String> ids = Shelves.ids(records);
    ChangeStore.Before before = shelves.before(touched, ids);
    List<RowOutcome> outcomes = shelves.put(kind, records, importId);
    changes.remember(importId, touched, ids, before, clock.instant().toEpochMilli());
    return outcomes;
  }
}
