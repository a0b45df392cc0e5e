package io.shopkeeper.integration.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.shopkeeper.platform.boundary.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every act that the console's pages call, with the rights that its method requires. An act without
 * one stands here with none.
 */
final class ConsoleActs {

  private static final Pattern ACT =
      Pattern.compile("(?:action|listener)=\"#\\{(\\w+)\\.(\\w+)(?:\\([^}]*\\))?}\"");

  private final Map<String, JavaClass> beans = new HashMap<>();

  private ConsoleActs() {
    JavaClasses classes = new ClassFileImporter().importPath(Classes.of("admin-ui"));
    classes.stream()
        .filter(type -> type.isAnnotatedWith("jakarta.inject.Named"))
        .forEach(type -> beans.put(name(type), type));
  }

  /** Acts as {@code bean.method} with the rights that they require. */
  static Map<String, Set<Right>> all() {
    var acts = new ConsoleActs();
    Map<String, Set<Right>> all = new TreeMap<>();
    for (Path page : pages()) {
      Matcher matcher = ACT.matcher(text(page));
      while (matcher.find()) {
        String bean = matcher.group(1);
        String method = matcher.group(2);
        JavaClass type = acts.beans.get(bean);
        if (type == null && page.toString().contains("WEB-INF")) {
          // A parameter of a part that pages include.
          continue;
        }
        if (type == null) {
          throw new IllegalStateException(page + " calls the unknown bean " + bean);
        }
        Set<Right> rights = rights(type, method, new HashSet<>());
        // A bean that asks for a right when it is made has no act without it.
        type.getMethods().stream()
            .filter(each -> each.isAnnotatedWith("jakarta.annotation.PostConstruct"))
            .forEach(each -> rights.addAll(rights(type, each.getName(), new HashSet<>())));
        all.put(bean + "." + method, rights);
      }
    }
    return all;
  }

  private static Set<Right> rights(JavaClass type, String method, Set<String> seen) {
    Set<Right> rights = new TreeSet<>();
    if (!seen.add(method)) {
      return rights;
    }
    for (JavaMethod each : type.getMethods()) {
      if (!each.getName().equals(method)) {
        continue;
      }
      boolean requires =
          each.getMethodCallsFromSelf().stream()
              .anyMatch(
                  call ->
                      call.getName().equals("require")
                          && call.getTargetOwner().getSimpleName().equals("Me"));
      if (requires) {
        each.getFieldAccesses().stream()
            .filter(access -> access.getTargetOwner().isEquivalentTo(Right.class))
            .forEach(access -> rights.add(Right.valueOf(access.getName())));
      }
      each.getCallsFromSelf().stream()
          .filter(call -> call.getTargetOwner().equals(type))
          .forEach(call -> rights.addAll(rights(type, call.getName(), seen)));
      each.getMethodReferencesFromSelf().stream()
          .filter(reference -> reference.getTargetOwner().equals(type))
          .forEach(reference -> rights.addAll(rights(type, reference.getName(), seen)));
    }
    return rights;
  }

  private static String name(JavaClass type) {
    Object value = type.getAnnotationOfType("jakarta.inject.Named").get("value").orElse("");
    String simple = type.getSimpleName();
    return value.equals("")
        ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1)
        : value.toString();
  }

  private static List<Path> pages() {
    try (Stream<Path> files = Files.walk(Classes.home().resolve("admin-ui/src/main/webapp"))) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
