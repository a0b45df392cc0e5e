/** The numeric kernels of a command that computes. */
package io.shopkeeper.cli.compute;
