package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.identity.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Locks up the secrets that a module keeps, such as those that sign what it sends: a copy of the
 * database alone gives nothing away. Safe for use by several threads.
 */
@ApplicationScoped
public class Sealing {

  @Inject private Seal seal;

  /** Locks a text up; only {@link #open} of the same shop reads it again. */
  public String lock(String text) {
    return seal.lock(text);
  }

  /**
   * Reads what {@link #lock} wrote.
   *
   * @throws IllegalStateException if it was locked with another key or changed
   */
  public String open(String locked) {
    return seal.open(locked);
  }
}
