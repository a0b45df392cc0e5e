package io.shopkeeper.console.frame;

import io.shopkeeper.console.access.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rooms of the console that this person may enter. */
@Named
@RequestScoped
public class Rooms {

  @Inject private Me me;
  @Inject private Reader reader;

  /**
   * A room.
   *
   * @param page its address; empty for the overview
   * @param key of its name
   * @param here whether the reader is in it
   */
  public record Room(String page, String key, String icon, boolean here) {}

  /** In the order of the rail. */
  public List<Room> getAll() {
    var rooms = new ArrayList<Room>();
    rooms.add(room("", "overview", "index"));
    rooms.add(room("data", "data", "data", "import", "quarantine", "cleaning"));
    rooms.add(room("models", "models", "models", "version"));
    rooms.add(room("jobs", "jobs", "jobs", "job", "schedules", "schedule"));
    if (me.may("MANAGE_KEYS")) {
      rooms.add(room("keys", "key", "keys"));
    }
    if (me.may("MANAGE_PEOPLE")) {
      rooms.add(room("people", "people", "people"));
    }
    if (me.may("SEE_AUDIT")) {
      rooms.add(room("audit", "audit", "audit"));
    }
    return rooms;
  }

  private Room room(String page, String icon, String... pages) {
    String key = "room." + (page.isEmpty() ? "overview" : page);
    return new Room(page, key, icon, Set.of(pages).contains(reader.getPage()));
  }
}
