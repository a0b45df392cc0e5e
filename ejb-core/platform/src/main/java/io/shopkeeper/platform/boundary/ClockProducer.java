package io.shopkeeper.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of time: beans inject {@link Clock}, tests bring their own. */
@ApplicationScoped
public class ClockProducer {

  /** The system clock in UTC. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
