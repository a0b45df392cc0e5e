package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Setting;
import io.shopkeeper.platform.json.JsonText;
import io.shopkeeper.platform.settings.SettingStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The shop's rules for signing in, kept among its settings. */
@Stateless
public class AccessRules {

  private static final String SETTING = "access.rules";

  @Inject private SettingStore settings;
  @Inject private AuditTrail audit;

  /** The rules that hold. */
  public SignInRules get() {
    return settings
        .find(SETTING)
        .map(Setting::value)
        .map(AccessRules::read)
        .orElse(SignInRules.DEFAULT);
  }

  /** Sets other rules; they hold with the next request. */
  public void set(SignInRules rules, String by) {
    String before = write(get());
    String after = write(rules);
    if (!before.equals(after)) {
      settings.put(SETTING, after);
      audit.record(new AuditAct(by, "access.rules", "sign-in rules", "", before, after));
    }
  }

  private static String write(SignInRules rules) {
    var values = new LinkedHashMap<String, String>();
    values.put("idleMinutes", Integer.toString(rules.idleMinutes()));
    values.put("longestHours", Integer.toString(rules.longestHours()));
    values.put("linkHours", Integer.toString(rules.linkHours()));
    values.put(
        "codeRoles",
        rules.codeRoles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
    return JsonText.write(values);
  }

  private static SignInRules read(String text) {
    Map<String, String> values = JsonText.readTexts(text);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(values.get("codeRoles").split(",", -1))
        .filter(role -> !role.isEmpty())
        .map(Role::valueOf)
        .forEach(roles::add);
    return new SignInRules(
        Integer.parseInt(values.get("idleMinutes")),
        Integer.parseInt(values.get("longestHours")),
        Integer.parseInt(values.get("linkHours")),
        roles);
  }
}
