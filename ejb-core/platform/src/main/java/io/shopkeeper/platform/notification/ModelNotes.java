package io.shopkeeper.platform.notification;

import io.shopkeeper.platform.boundary.ModelRegistered;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells everybody that a version is trained and waits while another one serves. */
@ApplicationScoped
public class ModelNotes {

  @Inject private Notifications notifications;
  @Inject private ModelRegistry registry;

  /** Writes the note with the version. */
  public void onRegistered(@Observes ModelRegistered registered) {
    if (registry.live(registered.name()).isEmpty()) {
      return;
    }
    notifications.tell(
        new Note(
            "model.waits",
            Note.Tone.INFO,
            Map.of("model", registered.name(), "version", Integer.toString(registered.version())),
            "version?name=" + registered.name() + "&version=" + registered.version(),
            Note.EVERYBODY));
  }
}
