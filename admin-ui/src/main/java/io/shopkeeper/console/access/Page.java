package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Right;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every page and download of the console with the right that opens it. A page that does not stand
 * here is shown to nobody, and a test says so.
 */
public enum Page {
  OVERVIEW("index", Right.LOOK),
  DATA("data", Right.LOOK),
  IMPORT("import", Right.LOOK),
  IMPORT_FILE("import-file", Right.IMPORT_DATA),
  FINDINGS_TABLE("findings.csv", Right.SEE_CUSTOMERS),
  MAPPINGS("mappings", Right.IMPORT_DATA),
  MAPPING_FILE("mapping.json", Right.IMPORT_DATA),
  QUARANTINE("quarantine", Right.SEE_CUSTOMERS),
  QUARANTINE_TABLE("quarantine.csv", Right.SEE_CUSTOMERS),
  QUARANTINE_LINES("quarantine.jsonl", Right.SEE_CUSTOMERS),
  CLEANING("cleaning", Right.SEE_CUSTOMERS),
  PRODUCTS("products", Right.LOOK),
  PRODUCT("product", Right.LOOK),
  CUSTOMERS("customers", Right.SEE_CUSTOMERS),
  CUSTOMER("customer", Right.SEE_CUSTOMERS),
  ORDERS("orders", Right.SEE_CUSTOMERS),
  ORDER("order", Right.SEE_CUSTOMERS),
  EVENTS("events", Right.SEE_CUSTOMERS),
  LIST_TABLE("export.csv", Right.LOOK),
  FIND("find", Right.LOOK),
  NOTICES("notices", Right.LOOK),
  BELL("bell", Right.LOOK),
  MONITORS("monitors", Right.LOOK),
  MODELS("models", Right.LOOK),
  VERSION("version", Right.LOOK),
  TRAIN("train", Right.TRAIN_MODELS),
  DATA_SETS("data-sets", Right.LOOK),
  FEATURES("features", Right.LOOK),
  DATA_SET("data-set", Right.SEE_CUSTOMERS),
  TRY_ROW("try-row", Right.SEE_CUSTOMERS),
  EXPLAIN("explain", Right.LOOK),
  PLACEMENTS("placements", Right.LOOK),
  PLACEMENT("placement", Right.LOOK),
  PICK("pick", Right.LOOK),
  EXPERIMENTS("experiments", Right.LOOK),
  EXPERIMENT("experiment", Right.LOOK),
  RESULTS("results", Right.LOOK),
  RESULTS_TABLE("results.csv", Right.LOOK),
  BEHAVIOUR("behaviour", Right.SEE_CUSTOMERS),
  BEHAVIOUR_TABLE("behaviour.csv", Right.SEE_CUSTOMERS),
  PAYMENTS("payments", Right.SEE_CUSTOMERS),
  PAYMENT("payment", Right.SEE_CUSTOMERS),
  ATTEMPTS("attempts", Right.SEE_CUSTOMERS),
  ATTEMPT("attempt", Right.SEE_CUSTOMERS),
  SPAM_REVIEWS("spam-reviews", Right.SEE_CUSTOMERS),
  CASES("cases", Right.SEE_CUSTOMERS),
  CASE("case", Right.SEE_CUSTOMERS),
  LIVE_PAYMENTS("live-payments", Right.SEE_CUSTOMERS),
  CASE_MACROS("case-macros", Right.JUDGE_PAYMENTS),
  CASE_DOCUMENT("case-document", Right.SEE_CUSTOMERS),
  FRAUD_RULES("fraud-rules", Right.LOOK),
  FRAUD_RULE("fraud-rule", Right.LOOK),
  FRAUD_THRESHOLDS("fraud-thresholds", Right.LOOK),
  FRAUD_ALERTS("fraud-alerts", Right.CHANGE_SETTINGS),
  RULE_HELP("rule-help", Right.LOOK),
  BACKTEST("backtest", Right.LOOK),
  BACKTEST_TABLE("backtest.csv", Right.SEE_CUSTOMERS),
  FRAUD_LISTS("fraud-lists", Right.LOOK),
  FRAUD_LIST("fraud-list", Right.LOOK),
  JOBS("jobs", Right.LOOK),
  JOB("job", Right.LOOK),
  JOB_HISTORY("job-history", Right.LOOK),
  LIVE_JOBS("live-jobs", Right.LOOK),
  LIVE_JOB("live-job", Right.LOOK),
  JOB_LOG("job-log.txt", Right.LOOK),
  SCHEDULES("schedules", Right.LOOK),
  SCHEDULE("schedule", Right.LOOK),
  COMPARE("compare", Right.LOOK),
  MODEL_CARD("card", Right.LOOK),
  MODEL_CARD_FILE("model-card", Right.LOOK),
  MODEL_FILE("model-file", Right.SHARE_MODELS),
  MODEL_TRUST("model-trust", Right.MANAGE_MODEL_TRUST),
  KEYS("keys", Right.MANAGE_KEYS),
  PEOPLE("people", Right.MANAGE_PEOPLE),
  PERSON("person", Right.MANAGE_PEOPLE),
  SESSIONS("sessions", Right.MANAGE_PEOPLE),
  RULES("sign-in-rules", Right.MANAGE_PEOPLE),
  ROLES("roles", Right.LOOK),
  AUDIT("audit", Right.SEE_AUDIT),
  AUDIT_FILE("audit-export", Right.SEE_AUDIT),
  SETTINGS("settings", Right.CHANGE_SETTINGS),
  HEALTH("health", Right.SEE_HEALTH),
  ACCOUNT("account", Right.OWN_ACCOUNT),
  SECOND_FACTOR("second-factor", Right.OWN_ACCOUNT),
  PREFERENCES("preferences", Right.OWN_ACCOUNT),
  MISSING("missing", Right.LOOK),
  FORBIDDEN("forbidden", Right.LOOK),
  FAILED("failed", Right.LOOK),
  SIGN_IN("sign-in"),
  SECOND_STEP("second-step"),
  WELCOME("welcome"),
  PROVIDER("provider"),
  EXPIRED("expired");

  private static final Map<String, Page> BY_ADDRESS =
      Arrays.stream(values()).collect(Collectors.toMap(Page::address, Function.identity()));

  private final String address;
  private final Right right;

  /** Open to everybody. */
  Page(String address) {
    this(address, null);
  }

  Page(String address, Right right) {
    this.address = address;
    this.right = right;
  }

  /** Below {@code /console/}, without {@code .xhtml}. */
  public String address() {
    return address;
  }

  /** What opens it; empty where everybody may come. */
  public Optional<Right> right() {
    return Optional.ofNullable(right);
  }

  /** The page at an address such as {@code /models} or {@code /models.xhtml}. */
  public static Optional<Page> at(String servletPath) {
    String name = servletPath.replaceFirst("^/", "").replaceFirst("\\.xhtml$", "");
    return Optional.ofNullable(BY_ADDRESS.get(name.isEmpty() ? "index" : name));
  }
}
