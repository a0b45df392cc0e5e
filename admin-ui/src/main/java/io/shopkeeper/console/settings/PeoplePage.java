package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.access.PublicAddress;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.IssuedLink;
import io.shopkeeper.platform.boundary.OneTimeLinks;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonState;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may sign in; inviting somebody new. */
@Named("people")
@RequestScoped
public class PeoplePage {

  @Inject private People people;
  @Inject private OneTimeLinks links;
  @Inject private HttpServletRequest request;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private String username;
  private String displayName;
  private Role[] roles = {Role.VIEWER};
  private IssuedLink issued;

  /** Adds a person and makes the link to hand over. */
  public void invite() {
    me.require(Right.MANAGE_PEOPLE);
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(Arrays.asList(roles));
    try {
      people.enter(username, displayName == null ? "" : displayName, chosen, me.getName());
      issued = links.issue(username, me.getName());
      username = null;
      displayName = null;
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
    } catch (ConflictException taken) {
      say.bad("people.taken", username);
    }
  }

  public List<PersonView> getAll() {
    me.require(Right.MANAGE_PEOPLE);
    return people.list();
  }

  /** How a state looks. */
  public String tone(PersonState state) {
    return switch (state) {
      case ACTIVE -> "ok";
      case INVITED -> "info";
      case LOCKED -> "warn";
      case DISABLED -> "plain";
    };
  }

  /** The link that was just made; null otherwise. */
  public IssuedLink getIssued() {
    return issued;
  }

  /** Its whole address. */
  public String getLink() {
    return PublicAddress.of(request) + issued.path();
  }

  public Role[] getAllRoles() {
    return Role.values();
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }
}
