import { Checkbox } from '@mantine/core';
import type { Role } from '#core/domain/roles.ts';
import { applicationRole, roleWords } from '../../format/roles.ts';
import classes from './roles-field.module.css';

interface RolesFieldProps {
  readonly roles: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  /** Why the role of an administrator cannot be taken away; `null` where it can. */
  readonly whyAdministrator?: string | null;
}

const offered = [...Object.entries(roleWords), ['app', applicationRole]] as [Role, typeof applicationRole][];

/** The roles of a member, each with what it is for. */
export function RolesField({ roles, onChange, whyAdministrator = null }: RolesFieldProps) {
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>Roles</legend>
      {offered.map(([role, { name, help }]) => {
        const isHeld = role === 'admin' && whyAdministrator !== null;
        return (
          <Checkbox
            key={role}
            size="sm"
            label={name}
            description={isHeld ? whyAdministrator : help}
            checked={roles.includes(role)}
            disabled={isHeld}
            onChange={(event) => {
              const isChosen = event.currentTarget.checked;
              onChange(
                offered
                  .map(([each]) => each)
                  .filter((each) => (each === role ? isChosen : roles.includes(each))),
              );
            }}
          />
        );
      })}
    </fieldset>
  );
}
