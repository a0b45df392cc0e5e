package io.shopkeeper.platform.notification;

import io.shopkeeper.platform.boundary.JobEnded;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Tells who asked for a job that it is done, and everybody that one failed. */
@ApplicationScoped
public class JobNotes {

  @Inject private Notifications notifications;

  /** Writes the note with the end of the job. */
  public void onEnd(@Observes JobEnded ended) {
    JobView job = ended.job();
    if (job.state() == JobState.FAILED) {
      notifications.tell(note(job, "job.failed", Note.Tone.BAD, Note.EVERYBODY));
    } else if (job.state() == JobState.SUCCEEDED) {
      notifications.tell(note(job, "job.done", Note.Tone.OK, job.requestedBy()));
    }
  }

  private static Note note(JobView job, String kind, Note.Tone tone, String audience) {
    Map<String, String> values = new HashMap<>(job.parameters());
    values.put("job.kind", job.kind());
    values.put("job.title", job.title());
    if (job.error() != null) {
      values.put("job.error", job.error());
    }
    return new Note(kind, tone, values, "job?id=" + job.id(), audience);
  }
}
