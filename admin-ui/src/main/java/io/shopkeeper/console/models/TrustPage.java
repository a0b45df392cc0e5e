package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelBundles;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.RetentionRules;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrustedShop;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** Whose models this shop takes, by which key it signs its own, and how long it keeps them. */
@Named("trust")
@RequestScoped
public class TrustPage {

  @Inject private ModelBundles bundles;
  @Inject private Settings settings;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private String key;
  private int keepVersions;
  private int keepVersionsDays;
  private int keepLiveDays;
  private int keepJobs;
  private int keepJobsDays;

  @PostConstruct
  void begin() {
    RetentionRules rules = RetentionRules.of(settings::find);
    keepVersions = rules.keepVersions();
    keepVersionsDays = rules.keepVersionsDays();
    keepLiveDays = rules.keepLiveDays();
    keepJobs = rules.keepJobs();
    keepJobsDays = rules.keepJobsDays();
  }

  /** Takes no models any longer of the shop whose button was pressed. */
  public void act() {
    asked
        .act("distrust")
        .ifPresent(
            fingerprint -> {
              me.require(Right.MANAGE_MODEL_TRUST);
              try {
                bundles.distrust(fingerprint, me.getName());
                say.ok("trust.ended");
              } catch (NotFoundException gone) {
                say.bad("trust.gone");
              }
            });
  }

  /** Takes models of a shop from now on. */
  public String trust() {
    me.require(Right.MANAGE_MODEL_TRUST);
    try {
      TrustedShop shop = bundles.trust(name, key, me.getName());
      say.ok("trust.added", shop.name());
      return "/model-trust?faces-redirect=true";
    } catch (InvalidInputException wrong) {
      say.bad("trust.wrong");
    } catch (ConflictException known) {
      say.bad("trust.known");
    }
    return null;
  }

  /** Keeps the rules. */
  public String keep() {
    me.require(Right.MANAGE_MODEL_TRUST);
    try {
      RetentionRules rules =
          new RetentionRules(keepJobsDays, keepJobs, keepVersions, keepVersionsDays, keepLiveDays);
      settings.changeAll(
          Map.of(
              "retention.keepJobsDays", Integer.toString(rules.keepJobsDays()),
              "retention.keepJobs", Integer.toString(rules.keepJobs()),
              "retention.keepVersions", Integer.toString(rules.keepVersions()),
              "retention.keepVersionsDays", Integer.toString(rules.keepVersionsDays()),
              "retention.keepLiveDays", Integer.toString(rules.keepLiveDays())),
          me.getName());
      say.ok("retention.kept");
      return "/model-trust?faces-redirect=true";
    } catch (InvalidInputException wrong) {
      say.bad("retention.wrong");
      return null;
    }
  }

  public TrustedShop getOwn() {
    return bundles.own();
  }

  public List<TrustedShop> getAll() {
    return bundles.trusted();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public int getKeepVersions() {
    return keepVersions;
  }

  public void setKeepVersions(int count) {
    this.keepVersions = count;
  }

  public int getKeepVersionsDays() {
    return keepVersionsDays;
  }

  public void setKeepVersionsDays(int days) {
    this.keepVersionsDays = days;
  }

  public int getKeepLiveDays() {
    return keepLiveDays;
  }

  public void setKeepLiveDays(int days) {
    this.keepLiveDays = days;
  }

  public int getKeepJobs() {
    return keepJobs;
  }

  public void setKeepJobs(int count) {
    this.keepJobs = count;
  }

  public int getKeepJobsDays() {
    return keepJobsDays;
  }

  public void setKeepJobsDays(int days) {
    this.keepJobsDays = days;
  }
}
