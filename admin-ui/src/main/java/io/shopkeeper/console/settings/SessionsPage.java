package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.SessionView;
import io.shopkeeper.platform.boundary.Sessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Everybody who is signed in now. */
@Named("sessions")
@RequestScoped
public class SessionsPage {

  @Inject private Sessions sessions;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  /** Ends the session whose button was pressed. */
  public void act() {
    asked
        .act("end")
        .map(Long::valueOf)
        .ifPresent(
            id -> {
              me.require(Right.MANAGE_PEOPLE);
              try {
                sessions.end(id, null, me.getName());
                say.ok("sessions.ended");
              } catch (NotFoundException gone) {
                say.bad("sessions.gone");
              }
            });
  }

  public List<SessionView> getAll() {
    me.require(Right.MANAGE_PEOPLE);
    return sessions.all();
  }

  /** What a browser calls itself, in two words. */
  public String browser(SessionView session) {
    return Browsers.name(session.agent());
  }
}
