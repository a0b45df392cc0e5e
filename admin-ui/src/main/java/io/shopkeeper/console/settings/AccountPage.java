package io.shopkeeper.console.settings;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Preferences;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.SessionView;
import io.shopkeeper.platform.boundary.Sessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;

/** One's own account: password, second factor, how to read the console, where one is signed in. */
@Named("account")
@RequestScoped
public class AccountPage {

  @Inject private People people;
  @Inject private Sessions sessions;
  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Me me;
  @Inject private Say say;

  private String present;
  private String wanted;
  private String language;
  private String zone;
  private String theme;

  @PostConstruct
  void begin() {
    Preferences kept = me.preferences();
    language = kept.language();
    zone = kept.zone();
    theme = kept.theme();
  }

  /** Changes the password; other sessions end. */
  public void change() {
    me.require(Right.OWN_ACCOUNT);
    try {
      people.changePassword(me.getName(), present, wanted, me.session());
      say.ok("account.changed");
    } catch (InvalidInputException invalid) {
      if (invalid.errors().getFirst().pointer().equals("oldPassword")) {
        say.bad("account.wrong");
      } else {
        say.badText(faults.of(invalid));
      }
    }
  }

  /** Keeps how to read the console. */
  public String prefer() {
    me.require(Right.OWN_ACCOUNT);
    try {
      people.prefer(me.getName(), new Preferences(language, zone, theme));
      say.ok("account.preferred");
      return "/account?faces-redirect=true";
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
      return null;
    }
  }

  /** Ends the session whose button was pressed, or all others. */
  public void act() {
    asked.act("end").map(Long::valueOf).ifPresent(this::end);
    asked.act("endOthers").ifPresent(others -> endOthers());
  }

  private void end(long id) {
    me.require(Right.OWN_ACCOUNT);
    try {
      sessions.end(id, me.getName(), me.getName());
      say.ok("sessions.ended");
    } catch (NotFoundException gone) {
      say.bad("sessions.gone");
    }
  }

  private void endOthers() {
    me.require(Right.OWN_ACCOUNT);
    say.ok("sessions.endedAll", sessions.endAll(me.getName(), me.session(), me.getName()));
  }

  /** How the shop knows this person. */
  public PersonView getPerson() {
    return people.find(me.getName()).orElseThrow();
  }

  public List<SessionView> getSessions() {
    return sessions.of(me.getName());
  }

  /** Time zones to choose from, by name. */
  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .toList();
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getTheme() {
    return theme;
  }

  public void setTheme(String theme) {
    this.theme = theme;
  }
}
