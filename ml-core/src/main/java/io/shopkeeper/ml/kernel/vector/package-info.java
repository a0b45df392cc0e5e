/**
 * The CPU's vector instructions through {@code jdk.incubator.vector}. Only this package may use
 * that module, and only {@link io.shopkeeper.ml.kernel.KernelBackends} loads it, by name: a Java
 * without the module computes with the scalar reference.
 */
package io.shopkeeper.ml.kernel.vector;
