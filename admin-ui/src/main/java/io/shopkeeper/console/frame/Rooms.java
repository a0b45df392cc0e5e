package io.shopkeeper.console.frame;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.access.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of the console by what people come for, and the doors inside each. A person sees those
 * whose page they may open. A new page is one line in {@link #build}: a door of its own, or a page
 * behind a door.
 */
@Named
@RequestScoped
public class Rooms {

  @Inject private Me me;
  @Inject private Reader reader;

  private List<Room> rooms;

  /**
   * A room.
   *
   * @param key of its name
   * @param here whether the reader is in it
   * @param doors at least one
   */
  public record Room(String key, String icon, boolean here, List<Door> doors) {

    /** Where one comes in. */
    public String page() {
      return doors.getFirst().page();
    }

    /** Whether there is anything to choose from inside. */
    public boolean wide() {
      return doors.size() > 1;
    }
  }

  /**
   * A page of a room that can be chosen.
   *
   * @param page its address; empty for the overview
   * @param key of its name
   * @param here whether the reader is on it or behind it
   */
  public record Door(String page, String key, boolean here) {}

  /** A step of the way from the room to this page. */
  public record Step(String page, String key) {}

  /** In the order of the rail. */
  public List<Room> getAll() {
    if (rooms == null) {
      rooms = build();
    }
    return rooms;
  }

  private List<Room> build() {
    List<Room> all = new ArrayList<>();
    add(
        all,
        "overview",
        List.of(
            door("", "room.overview", "index", "notices"), door("behaviour", "door.behaviour")));
    add(
        all,
        "data",
        List.of(
            door("data", "door.imports", "import", "import-file"),
            door("mappings", "mappings"),
            door("quarantine", "quarantine"),
            door("cleaning", "cleaning"),
            door("monitors", "monitors"),
            door("products", "door.products", "product"),
            door("customers", "door.customers", "customer"),
            door("orders", "door.orders", "order"),
            door("events", "door.events")));
    add(
        all,
        "models",
        List.of(
            door("models", "room.models", "version", "compare", "card", "train", "explain"),
            door("data-sets", "dataSets", "data-set", "try-row", "features"),
            door("model-trust", "trust")));
    add(
        all,
        "merchandising",
        List.of(
            door("placements", "door.placements", "placement"),
            door("results", "door.results"),
            door("experiments", "door.experiments", "experiment")));
    add(
        all,
        "risk",
        List.of(
            door("cases", "door.cases", "case"),
            door("case-macros", "door.macros"),
            door("payments", "door.payments", "payment"),
            door("attempts", "door.attempts", "attempt"),
            door("spam-reviews", "door.spamReviews"),
            door("fraud-rules", "door.fraudRules", "fraud-rule", "backtest"),
            door("fraud-thresholds", "door.fraudThresholds"),
            door("fraud-lists", "door.fraudLists", "fraud-list"),
            door("fraud-alerts", "door.fraudAlerts")));
    add(
        all,
        "jobs",
        List.of(
            door("jobs", "door.work", "job"),
            door("schedules", "schedules", "schedule"),
            door("job-history", "door.history")));
    add(
        all,
        "settings",
        List.of(
            door("settings", "door.settings"),
            door("people", "room.people", "person"),
            door("roles", "roles"),
            door("sessions", "sessions"),
            door("sign-in-rules", "rules"),
            door("keys", "room.keys"),
            door("audit", "room.audit"),
            door("health", "room.health"),
            door("account", "account", "second-factor")));
    return all;
  }

  private static void add(List<Room> all, String name, List<Optional<Door>> doors) {
    List<Door> open = doors.stream().flatMap(Optional::stream).toList();
    if (!open.isEmpty()) {
      boolean here = open.stream().anyMatch(Door::here);
      all.add(new Room("room." + name, name, here, open));
    }
  }

  /** A door to a page; empty for who may not open it. {@code behind} are pages that it leads to. */
  private Optional<Door> door(String page, String key, String... behind) {
    boolean open =
        Page.at("/" + page).flatMap(Page::right).filter(right -> me.may(right.name())).isPresent();
    boolean here = reader.getPage().equals(page) || Set.of(behind).contains(reader.getPage());
    return open ? Optional.of(new Door(page, key, here)) : Optional.empty();
  }

  /** The room that the reader is in; null outside of all. */
  public Room getHere() {
    return getAll().stream().filter(Room::here).findFirst().orElse(null);
  }

  /** The way to this page, without it and no page twice: its room, then the door before it. */
  public List<Step> getTrail() {
    Room room = getHere();
    if (room == null || room.page().equals(page())) {
      return List.of();
    }
    List<Step> trail = new ArrayList<>();
    trail.add(new Step(room.page(), room.key()));
    room.doors().stream()
        .filter(Door::here)
        .filter(door -> !Set.of(room.page(), page()).contains(door.page()))
        .forEach(door -> trail.add(new Step(door.page(), door.key())));
    return trail;
  }

  private String page() {
    return reader.getPage().equals("index") ? "" : reader.getPage();
  }
}
