package dev.simulacra.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// The condition that a class uses none of the things named: types (`java.util.Random`) or members
/// (`java.lang.Math.exp`), which may also be referred to (`Math::exp`).
final class Avoid extends ArchCondition<JavaClass> {
    private final Set<String> names;

    private Avoid(Set<String> names) {
        super("avoid " + names);
        this.names = names;
    }

    static Avoid all(Set<String> names) {
        return new Avoid(names);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
                .filter(this::isNamed)
                .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
        type.getDirectDependenciesFromSelf().stream()
                .filter(use -> names.contains(use.getTargetClass().getName()))
                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
    }

    private boolean isNamed(JavaAccess<?> access) {
        return names.contains(access.getTargetOwner().getName() + "." + access.getTarget().getName());
    }
}
