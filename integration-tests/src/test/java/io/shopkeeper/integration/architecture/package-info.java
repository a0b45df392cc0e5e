/**
 * The rules of the house as tests: they read the compiled classes and the sources of every module.
 * They need no server, so they run with the unit tests.
 */
package io.shopkeeper.integration.architecture;
