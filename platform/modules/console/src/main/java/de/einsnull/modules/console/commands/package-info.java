/** Commands of the scope {@code einsnull}. Every class with {@code @Service} in here is found by Karaf's shell. */
package de.einsnull.modules.console.commands;
