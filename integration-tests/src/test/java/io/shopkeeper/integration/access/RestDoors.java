package io.shopkeeper.integration.access;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every path and method of the REST interface, as its code says who may call it. */
final class RestDoors {

  private RestDoors() {}

  /**
   * One method of one path.
   *
   * @param path behind {@code /api/v1/}, with its templates
   * @param scope what a key needs; empty where nothing is needed
   * @param right what a person needs; empty where only keys may
   * @param publicKey whether pages may call it
   */
  record Door(
      String verb,
      String path,
      Optional<Scope> scope,
      Optional<Right> right,
      boolean publicKey,
      boolean unguarded,
      String body) {

    /** An address that fits the templates and names nothing that there is. */
    String example() {
      return path.replaceAll("\\{(id|version|job)}", "999999999")
          .replaceAll("\\{[^}]+}", "matrix-none");
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  /** All of them, by path. */
  static List<Door> all() {
    var doors = new ArrayList<Door>();
    for (Class<?> type : resources()) {
      for (Method method : type.getDeclaredMethods()) {
        verb(method).ifPresent(verb -> doors.add(door(type, method, verb)));
      }
    }
    doors.sort(Comparator.comparing(Door::path).thenComparing(Door::verb));
    return doors;
  }

  private static Door door(Class<?> type, Method method, String verb) {
    Path below = method.getAnnotation(Path.class);
    String path = type.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    Consumes takes = method.getAnnotation(Consumes.class);
    return new Door(
        verb,
        path.replaceFirst("^/", "").replaceAll("/+", "/").replaceAll("\\{(\\w+):[^}]*}", "{$1}"),
        value(method, "RequiresScope", Scope.class),
        value(method, "RequiresRight", Right.class),
        has(method, "PublicKeyAllowed"),
        has(method, "Unguarded"),
        takes == null ? "application/json" : takes.value()[0]);
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static boolean has(Method method, String name) {
    return annotation(method, name).isPresent();
  }

  private static <T> Optional<T> value(Method method, String name, Class<T> type) {
    return annotation(method, name)
        .map(
            found -> {
              try {
                return type.cast(found.annotationType().getMethod("value").invoke(found));
              } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
  }

  private static Optional<Annotation> annotation(Method method, String name) {
    return Stream.of(method.getAnnotations())
        .filter(found -> found.annotationType().getSimpleName().equals(name))
        .findFirst();
  }

  private static List<Class<?>> resources() {
    java.nio.file.Path folder = Classes.of("web").resolve("io/shopkeeper/web/api");
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .<Class<?>>map(
              name -> Classes.load("io.shopkeeper.web.api." + name.replace(".class", "")))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
