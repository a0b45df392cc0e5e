package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may sign in, and who did what. */
@Named("people")
@RequestScoped
public class PeoplePage {

  private static final int SHOWN = 200;

  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private Me me;
  @Inject private Say say;

  private String username;
  private String password;
  private Role[] roles = {Role.VIEWER};

  /** Adds a person. */
  public void add() {
    me.require(Right.MANAGE_PEOPLE);
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(Arrays.asList(roles));
    try {
      people.create(username, password, chosen, me.getName());
      audit.record(me.getName(), "person.add", username, chosen.toString());
      say.ok("people.added", username);
      username = null;
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
    } catch (ConflictException taken) {
      say.bad("people.taken", username);
    }
  }

  public List<PersonView> getAll() {
    me.require(Right.MANAGE_PEOPLE);
    return people.list();
  }

  /** The last acts. */
  public List<AuditEntry> getAudit() {
    me.require(Right.SEE_AUDIT);
    return audit.recent(SHOWN);
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

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }
}
