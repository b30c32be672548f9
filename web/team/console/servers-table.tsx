import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import { AskButton } from './ask-button';

interface ServersTableProps {
  readonly servers: ArchitectureView['servers'];
  readonly locked: boolean;
  readonly operate: (operation: string, on: string) => Promise<void>;
}

/** Instances and tasks as EC2 and ECS list them. */
export function ServersTable({ servers, locked, operate }: ServersTableProps) {
  const texts = useTexts(consoleTexts);
  return (
    <div className="scroll console-servers" tabIndex={0} role="group" aria-label={texts.servers}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.server}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.health}</th>
            <th scope="col">{texts.operations}</th>
          </tr>
        </thead>
        <tbody>
          {servers.map((server) => (
            <tr key={server.id}>
              <th scope="row">
                <code>{server.id}</code>
                <br />
                {server.type}, {texts.zone(server.zone)}
              </th>
              <td>
                {texts[server.state]}
                {server.statusCheck === null ? null : (
                  <>
                    <br />
                    {server.statusCheck === 'passed' ? texts.checkPassed : texts.checkFailed}
                  </>
                )}
                {server.creditBalance === null ? null : (
                  <>
                    <br />
                    {texts.credits(Math.floor(server.creditBalance))}
                  </>
                )}
              </td>
              <td>
                {server.targets.map(({ group, health }) => (
                  <div key={group}>
                    {health} <code>{group}</code>
                  </div>
                ))}
              </td>
              <td className="console-operations">
                {server.operations.map((operation) => (
                  <AskButton
                    key={operation}
                    label={texts[operation]}
                    means={texts[`${operation}Means`]}
                    on={server.id}
                    danger={operation === 'terminate'}
                    locked={locked}
                    act={() => operate(operation, server.id)}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
