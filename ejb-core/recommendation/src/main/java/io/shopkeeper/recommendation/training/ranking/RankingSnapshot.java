package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.SnapshotOrigin;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingSource;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes what was shown with its features, and what followed, into a snapshot. A list whose window
 * is not over yet is left out, for more may follow; so is whoever does not allow to learn from what
 * they did.
 */
final class RankingSnapshot implements TrainingSource {

  /**
   * The features, once for the evaluation and once for all, and what the algorithm makes of them.
   */
  private static final long BYTES_PER_ROW = 12L * Feature.WIDTH;

  private static final int ROWS_OF_LIST = 10;

  /** The newest lists that are learnt from, at most. */
  static final int MOST_LISTS = 50_000;

  /** Fewer teach nothing. */
  static final int FEWEST = 50;

  static final String GOAL = "goal";
  static final String WINDOW = "windowHours";

  private static final int PAGE = 400;
  private static final Set<EventType> ACTS =
      Set.of(EventType.CLICK, EventType.CART, EventType.PURCHASE);

  private final ShownPages pages;
  private final BehaviourEvents events;
  private final Histories persons;
  private final Identities identities;
  private final Runnable flush;
  private final Supplier<RankingSettings> chosen;

  /**
   * Of a shop.
   *
   * @param flush writes what was shown and still waits
   * @param chosen what is learnt, as it is set when that begins
   */
  RankingSnapshot(
      ShownPages pages,
      BehaviourEvents events,
      Histories persons,
      Identities identities,
      Runnable flush,
      Supplier<RankingSettings> chosen) {
    this.pages = pages;
    this.events = events;
    this.persons = persons;
    this.identities = identities;
    this.flush = flush;
    this.chosen = chosen;
  }

  /** One writing of it. */
  private final class Writing {
    private final ShownTable table;
    private final OutcomeJoin join;
    private final PersonRegister register = persons.register();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Instant now;
    private final long window;

    Writing(ShownTable table, Instant now, long window) {
      this.table = table;
      this.join = new OutcomeJoin(window);
      this.now = now;
      this.window = window;
    }

    void read(JobContext job) throws IOException {
      double expected = Math.clamp(pages.count(), 1, MOST_LISTS);
      long before = now.toEpochMilli() - window;
      long id = Long.MAX_VALUE;
      List<ShownList> page;
      do {
        job.stopIfCancelled();
        page = pages.page(before, id, PAGE);
        take(page);
        if (!page.isEmpty()) {
          before = page.getLast().at();
          id = page.getLast().id();
        }
        job.progress(
            TrainingExecutors.SNAPSHOT_PART * Math.min(1, table.lists() / expected),
            "reading what was shown");
      } while (page.size() == PAGE && table.lists() < MOST_LISTS);
    }

    private void take(List<ShownList> page) throws IOException {
      if (page.isEmpty()) {
        return;
      }
      Map<String, String> customers = customers(page);
      Map<String, List<BehaviourEvent>> acts = acts(page, customers);
      for (ShownList logged : page) {
        ShownList shown = logged.to(customers.getOrDefault(logged.unit(), logged.unit()));
        List<BehaviourEvent> own = acts.getOrDefault(shown.unit(), List.of());
        boolean whole = shown.features().length == shown.products().size() * Feature.WIDTH;
        if (!learnsFrom(shown.unit(), own)) {
          leftOut.add(shown.unit());
        } else if (whole && table.lists() < MOST_LISTS) {
          table.add(shown, join.of(shown, own));
        }
      }
    }

    private boolean learnsFrom(String unit, List<BehaviourEvent> own) {
      return register.allows(Subject.of(unit))
          && own.stream().allMatch(event -> register.learnsFrom(event).isPresent());
    }

    /** Of the page's visitors who are customers, by {@code v:VISITOR}, {@code c:CUSTOMER}. */
    private Map<String, String> customers(List<ShownList> page) {
      Map<String, String> customers = new HashMap<>();
      for (Identity link : identities.among(ids(page, Subject.Kind.VISITOR), Set.of())) {
        customers.put(
            Subject.visitor(link.visitorId()).key(), Subject.customer(link.customerId()).key());
      }
      return customers;
    }

    /**
     * What the page's people did: what names their visitors, and, of customers and of visitors who
     * are customers, what names no visitor, such as orders that a server sends.
     */
    private Map<String, List<BehaviourEvent>> acts(
        List<ShownList> page, Map<String, String> customers) {
      Set<String> buyers = ids(page, Subject.Kind.CUSTOMER);
      customers.values().forEach(key -> buyers.add(Subject.of(key).id()));
      Instant from = Instant.ofEpochMilli(page.getLast().at());
      Instant until = window == 0 ? now : Instant.ofEpochMilli(page.getFirst().at() + window);
      Map<String, List<BehaviourEvent>> byPerson = new HashMap<>();
      for (BehaviourEvent event :
          events.of(ids(page, Subject.Kind.VISITOR), buyers, ACTS, from, until)) {
        String unit = unitOf(event);
        byPerson
            .computeIfAbsent(customers.getOrDefault(unit, unit), added -> new ArrayList<>())
            .add(event);
      }
      return byPerson;
    }
  }

  private static Set<String> ids(List<ShownList> page, Subject.Kind kind) {
    Set<String> ids = new LinkedHashSet<>();
    for (ShownList shown : page) {
      Subject subject = Subject.of(shown.unit());
      if (subject.kind() == kind) {
        ids.add(subject.id());
      }
    }
    return ids;
  }

  /** With whose lists an act is counted. */
  private static String unitOf(BehaviourEvent event) {
    return event.visitorId() == null
        ? Subject.customer(event.customerId()).key()
        : Subject.visitor(event.visitorId()).key();
  }

  /**
   * Writes it.
   *
   * @param now what was shown and done until then counts
   * @throws JobFailedException if too little followed; says how much there is and how much is
   *     needed
   */
  @Override
  public void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    RankingSettings settings = chosen.get();
    flush.run();
    var table = new ShownTable(writer);
    var writing = new Writing(table, now, settings.window().toMillis());
    writing.read(job);
    job.log(
        "%d lists with %d products shown to %d visitors (%d left out: no consent); %d clicks, %d carts, %d purchases followed"
            .formatted(
                table.lists(),
                table.rows(),
                table.units(),
                writing.leftOut.size(),
                table.atLeast(FollowUp.CLICK),
                table.atLeast(FollowUp.CART),
                table.atLeast(FollowUp.PURCHASE)));
    requireEnough(table, settings);
    writer.fact(GOAL, settings.goal().word());
    writer.fact(WINDOW, Long.toString(settings.window().toHours()));
    SnapshotOrigin.write(origin(table), writer);
  }

  private static DataSnapshot origin(ShownTable table) {
    return new DataSnapshot(
        Instant.ofEpochMilli(table.oldest()),
        Instant.ofEpochMilli(table.newest()),
        Map.of(
            "lists",
            (long) table.lists(),
            "products",
            table.rows(),
            "users",
            (long) table.units(),
            "followed",
            table.atLeast(FollowUp.PURCHASE)),
        table.hash(),
        List.of());
  }

  private static void requireEnough(ShownTable table, RankingSettings settings)
      throws JobFailedException {
    FollowUp goal = settings.goal();
    if (table.atLeast(goal) < FEWEST || table.atLeast(goal) == table.rows()) {
      throw new JobFailedException(
          "Too few to learn from: %d of the %d products in %d lists were followed by %s%s; at least %d are needed, and some that were not. %d were put into the cart, %d clicked: the setting %s can let the ranking learn from those. Lists are logged as far as the setting recommendation.feature-log says%s."
              .formatted(
                  table.atLeast(goal),
                  table.rows(),
                  table.lists(),
                  said(goal),
                  settings.window().isZero()
                      ? ""
                      : " within " + settings.window().toHours() + " hours",
                  FEWEST,
                  table.atLeast(FollowUp.CART),
                  table.atLeast(FollowUp.CLICK),
                  RankingSettings.GOAL.name(),
                  settings.window().isZero() ? "" : ", and count when the hours are over"));
    }
  }

  private static String said(FollowUp goal) {
    return switch (goal) {
      case PURCHASE -> "a purchase";
      case CART -> "the cart or a purchase";
      case CLICK, NOTHING -> "a click, the cart or a purchase";
    };
  }

  @Override
  public Size expected() {
    return of(Math.min(pages.count(), MOST_LISTS) * ROWS_OF_LIST);
  }

  @Override
  public Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().getOrDefault("products", 0L));
  }

  private static Size of(long rows) {
    return new Size(rows, rows * BYTES_PER_ROW);
  }
}
