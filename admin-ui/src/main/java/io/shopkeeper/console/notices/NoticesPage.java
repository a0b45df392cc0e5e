package io.shopkeeper.console.notices;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notice;
import io.shopkeeper.platform.boundary.Notifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** What this person was told, and how much of it is new. */
@Named("notices")
@RequestScoped
public class NoticesPage {

  private static final int SHOWN = 100;

  @Inject private Notifications notifications;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private Long unread;

  /** Marks one as read, or all. */
  public void act() {
    asked.act("read").map(Long::valueOf).ifPresent(id -> notifications.read(me.getName(), id));
    asked
        .act("readAll")
        .ifPresent(
            button -> {
              notifications.readAll(me.getName());
              say.ok("notices.allRead");
            });
    // Counted already while the form was read.
    unread = null;
  }

  public List<Notice> getAll() {
    return notifications.of(me.getName(), SHOWN);
  }

  /** How many this person has not read. */
  public long getUnread() {
    if (unread == null) {
      unread = notifications.unread(me.getName());
    }
    return unread;
  }

  /** A note as a sentence in the reader's language. */
  public String text(Notice notice) {
    Map<String, String> values = notice.values();
    return switch (notice.kind()) {
      case "job.done", "job.failed" ->
          words.format(
              "note." + notice.kind(),
              words.job(values.get("job.kind"), values.get("job.title"), values));
      case "model.waits" ->
          words.format(
              "note.model.waits", words.of("model", values.get("model")), values.get("version"));
      case "model.drift" ->
          words.format(
              "note.model.drift", words.of("model", values.get("model")), values.get("shift"));
      case "model.drift.hits" ->
          words.format("note.model.drift.hits", words.of("model", values.get("model")));
      case "data.alert" -> words.format("note.data.alert", monitor(values));
      case "quarantine" ->
          words.format("note.quarantine", values.get("file"), Long.valueOf(values.get("rows")));
      default -> values.getOrDefault("text", notice.kind());
    };
  }

  private String monitor(Map<String, String> values) {
    String watched =
        words.of("kind", values.get("kind")) + " · " + words.of("monitorType", values.get("type"));
    return values.get("field").isEmpty()
        ? watched
        : watched + " · " + words.of("field", values.get("field"));
  }

  /** How it looks. */
  public String tone(Notice notice) {
    return switch (notice.tone()) {
      case OK -> "ok";
      case INFO -> "info";
      case WARN -> "warn";
      case BAD -> "bad";
    };
  }

  /** The sign before it. */
  public String icon(Notice notice) {
    return notice.tone() == Note.Tone.OK
        ? "check"
        : notice.tone() == Note.Tone.INFO ? "info" : "alert";
  }
}
