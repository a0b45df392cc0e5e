package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.person.PeopleChanged;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.event.EventStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes back what an import did, step by step, each in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportUndoLedger {

  private static final int STEP = 500;
  private static final int EVENT_STEP = 5000;

  @Inject private ImportStore imports;
  @Inject private ChangeStore changes;
  @Inject private QuarantineStore quarantine;
  @Inject private EventStore events;
  @Inject private Shelves shelves;
  @Inject private Clock clock;
  @Inject private Event<PeopleChanged> changed;

  /** A part of the import. */
  public record Part(long id, ImportKind kind, long records) {}

  /**
   * What a step did.
   *
   * @param restored records put back or taken away
   * @param kept records that were changed since, and stay
   * @param last the last id; empty where nothing is left
   */
  public record StepDone(long restored, long kept, Optional<String> last) {}

  /** The parts of an import, the last first: each sees what it saw when it was done. */
  public List<Part> parts(long batchId) {
    var parts = new ArrayList<Part>();
    for (ImportRun run : imports.batch(batchId).reversed()) {
      parts.add(new Part(run.id(), run.kind(), changes.count(run.id())));
    }
    return parts;
  }

  /** Takes the next records of a part back. */
  public StepDone step(Part part, String afterId) {
    changed.fire(PeopleChanged.all());
    if (!Shelves.replaces(part.kind())) {
      List<String> gone = events.removeOf(part.id(), afterId, EVENT_STEP);
      return new StepDone(gone.size(), 0, last(gone));
    }
    ImportKind touched = Shelves.touched(part.kind());
    List<ChangeStore.Change> page = changes.page(part.id(), touched, afterId, STEP);
    var ids = new TreeSet<String>();
    page.forEach(change -> ids.add(change.recordId()));
    Map<String, Long> times = shelves.changedAt(touched, ids);
    var back = new ArrayList<ChangeStore.Change>();
    long kept = 0;
    for (ChangeStore.Change change : page) {
      if (times.getOrDefault(change.recordId(), change.changedAt()) > change.changedAt()) {
        kept++;
      } else if (change.was() == null) {
        shelves.remove(touched, change.recordId());
      } else {
        back.add(change);
      }
    }
    if (!back.isEmpty()) {
      shelves.restore(touched, back.stream().map(ChangeStore.Change::was).toList());
      changes.moveOn(part.id(), touched, back, clock.instant().toEpochMilli());
    }
    changes.forget(part.id(), touched, page);
    return new StepDone(
        page.size() - kept, kept, last(page.stream().map(ChangeStore.Change::recordId).toList()));
  }

  private static Optional<String> last(List<String> ids) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
  }

  /** Marks a part as taken back; its quarantine goes too. */
  public void end(Part part) {
    quarantine.removeOf(part.id());
    imports.lock(part.id()).ifPresent(ImportRun::undone);
  }
}
