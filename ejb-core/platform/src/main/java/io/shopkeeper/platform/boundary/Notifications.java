package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.NotificationEntry;
import io.shopkeeper.platform.notification.NotificationStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What people are told of, and how far each has read. */
@Stateless
public class Notifications {

  private static final int MOST = 200;
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject private NotificationStore store;
  @Inject private Clock clock;

  /** Tells people something; within the caller's transaction. */
  public void tell(Note note) {
    store.add(new NotificationEntry(note, clock.instant()));
  }

  /** What a person was told, newest first. */
  public List<Notice> of(String person, int n) {
    long mark = store.mark(person);
    List<NotificationEntry> notes = store.of(person, Math.clamp(n, 1, MOST));
    Set<Long> read = store.readBeyond(person, mark);
    return notes.stream()
        .map(note -> note.view(note.id() <= mark || read.contains(note.id())))
        .toList();
  }

  /** How many of them this person has not read yet. */
  public long unread(String person) {
    return store.unread(person, store.mark(person));
  }

  /** A person has read one. */
  public void read(String person, long id) {
    store.read(person, id);
  }

  /** A person has read all there is. */
  public void readAll(String person) {
    store.of(person, 1).stream()
        .findFirst()
        .ifPresent(newest -> store.setMark(person, newest.id()));
  }

  /**
   * Removes what is so old that nobody looks for it.
   *
   * @return how many
   */
  public int forgetOld() {
    return store.removeBefore(clock.instant().minus(KEPT).toEpochMilli());
  }
}
