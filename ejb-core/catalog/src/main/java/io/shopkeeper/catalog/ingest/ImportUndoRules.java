package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportState;
import io.shopkeeper.catalog.entity.ImportRun;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whether an import can be undone. */
@Dependent
public class ImportUndoRules {

  /** How long it is kept what records were before an import. */
  public static final Duration KEPT = Duration.ofDays(60);

  @Inject private ChangeStore changes;
  @Inject private Clock clock;

  /** Why an import cannot be undone; empty where it can. */
  public Optional<String> obstacle(List<ImportRun> parts) {
    if (parts.isEmpty()) {
      return Optional.of("There is no such import.");
    }
    ImportRun first = parts.getFirst();
    if (first.dryRun()) {
      return Optional.of("It was a dry run: nothing was stored.");
    }
    if (parts.stream().anyMatch(part -> part.state() == ImportState.UNDONE)) {
      return Optional.of("It was undone already.");
    }
    if (parts.stream().anyMatch(ImportUndoRules::underWay)) {
      return Optional.of("It is still running. Stop its job first.");
    }
    if (first.report().startedAt().isBefore(clock.instant().minus(KEPT))) {
      return Optional.of("It is older than %d days.".formatted(KEPT.toDays()));
    }
    return later(parts);
  }

  private static boolean underWay(ImportRun part) {
    return part.state() == ImportState.QUEUED || part.state() == ImportState.RUNNING;
  }

  private Optional<String> later(List<ImportRun> parts) {
    Set<Long> own = parts.stream().map(ImportRun::id).collect(Collectors.toSet());
    for (ImportRun part : parts) {
      Map<Long, Long> later = changes.later(part.id(), own);
      if (!later.isEmpty()) {
        Map.Entry<Long, Long> newest = later.entrySet().iterator().next();
        return Optional.of(
            "Import %d touched %d of the same %s later. Undo that one first."
                .formatted(newest.getKey(), newest.getValue(), part.kind().code()));
      }
    }
    return Optional.empty();
  }
}
