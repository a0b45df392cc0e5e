package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Preferences;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ForbiddenException;

/** The person who looks at the page, as the doorkeeper let it in. */
@Named
@RequestScoped
public class Me {

  private Visitor visitor;

  void enter(Visitor found) {
    visitor = found;
  }

  /** The name; empty before signing in. */
  public String getName() {
    return visitor == null ? "" : visitor.username();
  }

  /** Whether somebody is signed in. */
  public boolean isHere() {
    return visitor != null;
  }

  /** The id of the session; 0 before signing in. */
  public long session() {
    return visitor == null ? 0 : visitor.sessionId();
  }

  /** How this person likes to read. */
  public Preferences preferences() {
    return visitor == null ? Preferences.NONE : visitor.preferences();
  }

  /** Whether a second factor has to be set up before anything else. */
  public boolean isMustEnrol() {
    return visitor != null && visitor.mustEnrol();
  }

  /** Whether this person may do so, by the name of a {@link Right}. */
  public boolean may(String right) {
    return has(Right.valueOf(right));
  }

  boolean has(Right right) {
    return visitor != null && visitor.may(right);
  }

  /** Says so in the answer's status, too, whatever led to the page. */
  public void refused() {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
  }

  /**
   * Stops whoever may not.
   *
   * @throws ForbiddenException if so
   */
  public void require(Right right) {
    if (!has(right)) {
      throw new ForbiddenException(getName() + " has no right to " + right);
    }
  }
}
