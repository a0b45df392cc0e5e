package io.shopkeeper.platform.notification;

import io.shopkeeper.platform.boundary.Notifications;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Removes old notes once a night. */
@Singleton
public class NoteSweeper {

  @Inject private Notifications notifications;

  /** Does it. */
  @Schedule(hour = "3", minute = "17", persistent = false)
  public void sweep() {
    notifications.forgetOld();
  }
}
