package io.shopkeeper.ml.kernel.foreign;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A native library, opened with {@code java.lang.foreign}. That package is final since Java 22 and
 * this code is compiled for 21, so it is reached by reflection. The library is opened by the
 * system's loader rather than {@code System.load}, so it belongs to no class loader: a redeployed
 * application opens it again, and closing it lets it go. Safe for use by several threads, except
 * {@link #close}.
 */
public final class ForeignLibrary implements AutoCloseable {

  private static final int FIRST_JAVA = 22;

  private final Object arena;
  private final Object lookup;

  private ForeignLibrary(Object arena, Object lookup) {
    this.arena = arena;
    this.lookup = lookup;
  }

  /** The library cannot be used; the message says why. */
  public static final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public UnavailableException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /**
   * Opens a library by its file.
   *
   * @throws UnavailableException if this Java or this system cannot
   */
  public static ForeignLibrary open(Path file) throws UnavailableException {
    return open(Path.class, file);
  }

  /** Opens a library that the system finds by its name, such as libopenblas.so.0. */
  public static ForeignLibrary open(String name) throws UnavailableException {
    return open(String.class, name);
  }

  private static ForeignLibrary open(Class<?> kind, Object library) throws UnavailableException {
    if (Runtime.version().feature() < FIRST_JAVA) {
      throw new UnavailableException(
          "native libraries need Java %d or newer".formatted(FIRST_JAVA), null);
    }
    try {
      Object arena = type("Arena").getMethod("ofShared").invoke(null);
      Object lookup =
          type("SymbolLookup")
              .getMethod("libraryLookup", kind, type("Arena"))
              .invoke(null, library, arena);
      return new ForeignLibrary(arena, lookup);
    } catch (ReflectiveOperationException problem) {
      throw unavailable(library.toString(), problem);
    }
  }

  /**
   * A function of the library. Arrays go in as pointers into the heap: while the call lasts, the
   * garbage collector waits, so calls must be short.
   *
   * @param returns {@code void.class} or a primitive
   * @param parameters primitives, or {@code Object.class} for what {@link #slice} or {@link
   *     #address} gives
   * @throws UnavailableException if there is no such function
   */
  public MethodHandle function(String name, Class<?> returns, Class<?>... parameters)
      throws UnavailableException {
    try {
      Object address =
          ((Optional<?>) type("SymbolLookup").getMethod("find", String.class).invoke(lookup, name))
              .orElseThrow(() -> new NoSuchMethodException("the library has no function " + name));
      Object options = Array.newInstance(type("Linker$Option"), 1);
      Array.set(
          options,
          0,
          type("Linker$Option").getMethod("critical", boolean.class).invoke(null, true));
      Method downcall =
          type("Linker")
              .getMethod(
                  "downcallHandle",
                  type("MemorySegment"),
                  type("FunctionDescriptor"),
                  options.getClass());
      Object linker = type("Linker").getMethod("nativeLinker").invoke(null);
      return (MethodHandle)
          downcall.invoke(linker, address, descriptor(returns, parameters), options);
    } catch (ReflectiveOperationException problem) {
      throw unavailable(name, problem);
    }
  }

  private static Object descriptor(Class<?> returns, Class<?>... parameters)
      throws ReflectiveOperationException {
    Object layouts = Array.newInstance(type("MemoryLayout"), parameters.length);
    for (int i = 0; i < parameters.length; i++) {
      Array.set(layouts, i, layout(parameters[i]));
    }
    Class<?> descriptor = type("FunctionDescriptor");
    if (returns == void.class) {
      return descriptor.getMethod("ofVoid", layouts.getClass()).invoke(null, layouts);
    }
    return descriptor
        .getMethod("of", type("MemoryLayout"), layouts.getClass())
        .invoke(null, layout(returns), layouts);
  }

  private static Object layout(Class<?> type) throws ReflectiveOperationException {
    String name =
        type.isPrimitive()
            ? "JAVA_" + type.getName().toUpperCase(java.util.Locale.ROOT)
            : "ADDRESS";
    return type("ValueLayout").getField(name).get(null);
  }

  /**
   * A pointer into an array, for one call.
   *
   * @param array of a primitive type
   * @param offset elements before it
   */
  public static Object slice(Object array, long offset) {
    try {
      Object whole =
          type("MemorySegment").getMethod("ofArray", array.getClass()).invoke(null, array);
      long bytes = offset * width(array.getClass().getComponentType());
      return type("MemorySegment").getMethod("asSlice", long.class).invoke(whole, bytes);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no pointer into " + array.getClass(), impossible);
    }
  }

  /** A pointer to an address. */
  public static Object address(long address) {
    try {
      return type("MemorySegment").getMethod("ofAddress", long.class).invoke(null, address);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no pointer to an address", impossible);
    }
  }

  /**
   * Calls a function, by reflection, which names what went wrong instead of declaring {@link
   * Throwable}.
   *
   * @return what it returns; null for void
   */
  public static Object call(MethodHandle function, Object... arguments) {
    try {
      return MethodHandle.class
          .getMethod("invokeWithArguments", Object[].class)
          .invoke(function, (Object) arguments);
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException("a call of a native library failed", problem);
    }
  }

  private static long width(Class<?> component) {
    return switch (component.getName()) {
      case "byte", "boolean" -> 1;
      case "short", "char" -> 2;
      case "int", "float" -> 4;
      default -> 8;
    };
  }

  @Override
  public void close() {
    try {
      type("Arena").getMethod("close").invoke(arena);
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException("the library is in use", problem);
    }
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  private static UnavailableException unavailable(
      String what, ReflectiveOperationException problem) {
    Throwable cause =
        problem instanceof InvocationTargetException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return new UnavailableException(what + ": " + cause.getMessage(), cause);
  }
}
