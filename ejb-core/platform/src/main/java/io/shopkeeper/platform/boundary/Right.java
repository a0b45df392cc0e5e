package io.shopkeeper.platform.boundary;

import static io.shopkeeper.platform.boundary.Role.ADMIN;
import static io.shopkeeper.platform.boundary.Role.AGENT;
import static io.shopkeeper.platform.boundary.Role.ANALYST;
import static io.shopkeeper.platform.boundary.Role.DATA_ENGINEER;
import static io.shopkeeper.platform.boundary.Role.MARKETER;
import static io.shopkeeper.platform.boundary.Role.MERCHANDISER;
import static io.shopkeeper.platform.boundary.Role.VIEWER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person can do, and which roles can. The one list for pages, the acts on them and REST; the
 * published table in {@code docs/roles.md} is checked against it.
 */
public enum Right {
  /** See the overview, imports, products, models and jobs. */
  LOOK(ADMIN, MERCHANDISER, ANALYST, AGENT, MARKETER, DATA_ENGINEER, VIEWER),
  /** One's own account: password, second factor, sessions, preferences. */
  OWN_ACCOUNT(ADMIN, MERCHANDISER, ANALYST, AGENT, MARKETER, DATA_ENGINEER, VIEWER),
  /** See customers, their orders, and rows in quarantine: personal data. */
  SEE_CUSTOMERS(ADMIN, MERCHANDISER, ANALYST, AGENT, MARKETER, DATA_ENGINEER),
  /** Keep what customers allow, and separate or merge their visitors. */
  MANAGE_CUSTOMERS(ADMIN, AGENT),
  /** Import files; write and remove products, customers, orders and events. */
  IMPORT_DATA(ADMIN, MERCHANDISER, DATA_ENGINEER),
  /** Mend rows in quarantine. */
  MEND_DATA(ADMIN, MERCHANDISER, DATA_ENGINEER),
  /** Train models. */
  TRAIN_MODELS(ADMIN, MERCHANDISER, ANALYST, DATA_ENGINEER),
  /** Let a version of a model serve, and take it back. */
  PROMOTE_MODELS(ADMIN, MERCHANDISER, ANALYST, DATA_ENGINEER),
  /** Stop jobs. */
  STOP_JOBS(ADMIN, MERCHANDISER, DATA_ENGINEER),
  /** Start and retry jobs; make, change and pause schedules. */
  RUN_JOBS(ADMIN, MERCHANDISER, DATA_ENGINEER),
  /** Say what a model is for; tag and annotate its versions. */
  DESCRIBE_MODELS(ADMIN, MERCHANDISER, ANALYST, DATA_ENGINEER),
  /** Take versions of models out of the shop and into it. */
  SHARE_MODELS(ADMIN, DATA_ENGINEER),
  /** Say whose models this shop takes, and how long it keeps versions and jobs. */
  MANAGE_MODEL_TRUST(ADMIN),
  /** Say what placements show, and publish that. */
  EDIT_PLACEMENTS(ADMIN, MERCHANDISER),
  /** Try recipes against each other: draft, start, ramp and stop experiments. */
  RUN_EXPERIMENTS(ADMIN, MERCHANDISER),
  /** Judge payments, and say which were fraud. */
  JUDGE_PAYMENTS(ADMIN, ANALYST),
  /** See cards, devices and addresses of payments and sign-ins as they are, not masked. */
  SEE_PAYMENT_KEYS(ADMIN, ANALYST),
  /** See them of one payment or sign-in, saying why; that is in the audit log. */
  REVEAL_PAYMENT_KEYS(ADMIN, ANALYST, AGENT),
  /** Decide cases that others escalate, and agree with their outcomes. */
  APPROVE_CASES(ADMIN),
  /** Write rules against fraud and the lists they use; tell rules to be quiet. */
  WRITE_RULES(ADMIN, ANALYST),
  /** Publish rules that somebody else wrote, and switch rules off. */
  PUBLISH_RULES(ADMIN, ANALYST),
  /** Change what the chat says of returns and contact. */
  EDIT_CHAT_POLICY(ADMIN, MERCHANDISER),
  /** Issue, rotate and revoke keys of the interface. */
  MANAGE_KEYS(ADMIN),
  /** Invite, disable, give roles, reset passwords, end sessions, set the sign-in rules. */
  MANAGE_PEOPLE(ADMIN),
  /** Read, verify and export the audit log. */
  SEE_AUDIT(ADMIN),
  /** Change what the shop can choose. */
  CHANGE_SETTINGS(ADMIN),
  /** See how the shop is, in detail. */
  SEE_HEALTH(ADMIN, DATA_ENGINEER);

  @SuppressWarnings("ImmutableEnumChecker") // the set refuses changes
  private final Set<Role> roles;

  Right(Role first, Role... more) {
    this.roles = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  /** Who has it. */
  public Set<Role> roles() {
    return roles;
  }

  /** Whether somebody with these roles has it. */
  public boolean isOf(Set<Role> given) {
    return given.stream().anyMatch(roles::contains);
  }
}
