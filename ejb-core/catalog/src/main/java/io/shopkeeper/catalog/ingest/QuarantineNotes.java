package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.platform.boundary.JobEnded;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Tells everybody that rows of an import were set aside. */
@ApplicationScoped
public class QuarantineNotes {

  @Inject private Imports imports;
  @Inject private Notifications notifications;

  /** Writes the note with the end of the import's job. */
  public void onEnd(@Observes JobEnded ended) {
    JobView job = ended.job();
    if (job.kind().equals("import") && job.state() == JobState.SUCCEEDED) {
      Optional.ofNullable(job.parameters().get("importId"))
          .map(Long::valueOf)
          .flatMap(imports::find)
          .filter(report -> report.quarantined() > 0 && !report.dryRun())
          .ifPresent(report -> notifications.tell(note(report)));
    }
  }

  private static Note note(ImportReport report) {
    return new Note(
        "quarantine",
        Note.Tone.WARN,
        Map.of("file", report.fileName(), "rows", Long.toString(report.quarantined())),
        "quarantine?import=" + report.id(),
        Note.EVERYBODY);
  }
}
