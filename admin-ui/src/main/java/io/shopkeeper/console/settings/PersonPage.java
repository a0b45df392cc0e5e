package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.access.PublicAddress;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
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
import io.shopkeeper.platform.boundary.SecondFactors;
import io.shopkeeper.platform.boundary.SessionView;
import io.shopkeeper.platform.boundary.Sessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One person: roles, way in, sessions. */
@Named("person")
@RequestScoped
public class PersonPage {

  @Inject private People people;
  @Inject private OneTimeLinks links;
  @Inject private SecondFactors factors;
  @Inject private Sessions sessions;
  @Inject private HttpServletRequest request;
  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private PersonView person;
  private String displayName;
  private Role[] roles = {};
  private IssuedLink issued;

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    read();
    if (person != null) {
      displayName = person.displayName();
      roles = person.roles().stream().sorted().toArray(Role[]::new);
    }
  }

  private void read() {
    person = people.find(name).orElse(null);
  }

  /** Says so where there is no such person. */
  public void load() throws IOException {
    if (person == null) {
      NotFound.answer();
    }
  }

  /** Keeps name and roles. */
  public void save() {
    me.require(Right.MANAGE_PEOPLE);
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(Arrays.asList(roles));
    attempt(
        () -> {
          people.call(name, displayName == null ? "" : displayName, me.getName());
          people.give(name, chosen, me.getName());
          say.ok("person.saved");
        });
  }

  /** Closes the door for this person. */
  public void disable() {
    me.require(Right.MANAGE_PEOPLE);
    attempt(
        () -> {
          people.disable(name, me.getName());
          say.ok("person.isDisabled", name);
        });
  }

  /** Opens it again. */
  public void enable() {
    me.require(Right.MANAGE_PEOPLE);
    attempt(
        () -> {
          people.enable(name, me.getName());
          say.ok("person.isEnabled", name);
        });
  }

  /** Makes a link by which the person sets a password. */
  public void reset() {
    me.require(Right.MANAGE_PEOPLE);
    attempt(() -> issued = links.issue(name, me.getName()));
  }

  /** Takes the second factor away, for whoever lost the app. */
  public void dropFactor() {
    me.require(Right.MANAGE_PEOPLE);
    attempt(
        () -> {
          factors.remove(name, me.getName());
          say.ok("person.factorOff", name);
        });
  }

  /** Ends all sessions. */
  public void endSessions() {
    me.require(Right.MANAGE_PEOPLE);
    say.ok("sessions.endedAll", sessions.endAll(name, 0, me.getName()));
  }

  private void attempt(Runnable act) {
    try {
      act.run();
      read();
    } catch (ConflictException conflict) {
      say.bad(person.state() == PersonState.DISABLED ? "person.disabledFirst" : "person.last");
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
    }
  }

  public PersonView getData() {
    return person;
  }

  public boolean isDisabled() {
    return person.state() == PersonState.DISABLED;
  }

  /** Whether the person signs in with a password here. */
  public boolean isPassword() {
    return !person.fromProvider();
  }

  public List<SessionView> getSessions() {
    return sessions.of(name);
  }

  /** The link that was just made; null otherwise. */
  public IssuedLink getIssued() {
    return issued;
  }

  /** Its whole address. */
  public String getLink() {
    return PublicAddress.of(request) + issued.path();
  }

  public String getName() {
    return name;
  }

  public Role[] getAllRoles() {
    return Role.values();
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
